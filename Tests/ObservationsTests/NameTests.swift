import Observations
import Testing
