// Filled in by the modules that follow.
