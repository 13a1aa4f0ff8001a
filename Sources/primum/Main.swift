import ArgumentParser
import Glibc

/// The program: what was typed is parsed, done, and answered with a word and an exit status.
@main
struct Main {
    static func main() {
        // A reader that goes away (`primum trace --all | head`) is no fault: writing then fails quietly, and the exit
        // status stays that of the work, so that a pipeline cannot take an interrupted refusal for a pass.
        signal(SIGPIPE, SIG_IGN)
        InternalError.watch()
        exit(run(Array(CommandLine.arguments.dropFirst())).rawValue)
    }

    private static func run(_ arguments: [String]) -> ExitStatus {
        do {
            return try work(asked(arguments))
        } catch {
            return error.report()
        }
    }

    private static func asked(_ arguments: [String]) throws(Failure) -> any Action {
        do {
            var command = try Primum.parseAsRoot(arguments)
            if let action = command as? any Action { return action }
            // A group of commands alone answers with its help, which it throws.
            try command.run()
            throw Failure.parsing(Primum.helpRequest)
        } catch let failure as Failure {
            throw failure
        } catch {
            throw .parsing(error)
        }
    }

    private static func work(_ action: any Action) throws(Failure) -> ExitStatus {
        try action.work()
    }
}
