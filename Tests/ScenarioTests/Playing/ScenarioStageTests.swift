import Foundation
import Testing

@Suite struct ScenarioStageTests {
    private static let story = """
        # A list of three

        ```yaml things/list.yaml
        - one
        - two
        ```

        They can be counted, and what is not there cannot be shown.

        ```console
        $ wc -l < things/list.yaml
        2
        $ cat things/absent.yaml 2>/dev/null
        [1]
        $ cat <<EOF
        > here
        > EOF
        here
        $ echo late >&2; echo soon; exit 3
        soon
        late
        [3]
        ```

        ```text
        $ this is no command
        ```

        """

    @Test func `a story is played in a fresh folder and comes out as it is written`() throws {
        let scenario = Scenario(Self.story)
        #expect(scenario.exchanges.count == 4)
        #expect(try ScenarioStage().play(scenario).markdown == Self.story)
    }

    @Test func `an output that differs is told from the one that is written`() throws {
        let scenario = Scenario(Self.story.replacing("\n2\n", with: "\n3\n"))
        let played = try ScenarioStage().play(scenario)
        #expect(played != scenario)
        #expect(played.markdown == Self.story)
    }

    @Test func `a story is written as it was read`() {
        for text in ["", "\n", "a\n\nb", Self.story, "```console\nno command\n$ x\n```\n"] {
            #expect(Scenario(text).markdown == text)
        }
    }
}
