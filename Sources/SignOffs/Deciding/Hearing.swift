package import Seals
package import Times

/// What somebody does with his word.
package enum Act: Hashable, Sendable {
    case says(Says)
    /// Takes back what he said before.
    case takesBack(Says)
    case stops, resumes

    /// True for what leads to more caution: it counts from anybody, unsigned, at once.
    package var isCaution: Bool {
        switch self {
        case .says(let says): says.isCaution
        case .takesBack(let says): !says.isCaution
        case .stops: true
        case .resumes: false
        }
    }
}

/// One answer and everything on which it depends whether it counts; nothing of it is looked up elsewhere.
package struct Hearing: Sendable {
    /// What shows who said it.
    package enum Proof: Hashable, Sendable {
        /// An SSH signature over the file, as it came.
        case signature([UInt8])
        /// By hand on the printed sheet that bears the digest, the scan kept.
        case hand
        /// The carrier is kept: a mail, a page.
        case carrier
        /// Nothing but our own word.
        case none
    }

    /// A refusal or a stop about the same object and action, by somebody with a say over it.
    package struct Objection: Hashable, Sendable {
        package var entry: Int
        package var by: String
        package var isTakenBack: Bool
        /// True where who gives this answer may overrule who objected.
        package var mayBeOverruled: Bool

        package init(entry: Int, by: String, isTakenBack: Bool, mayBeOverruled: Bool) {
            self.entry = entry
            self.by = by
            self.isTakenBack = isTakenBack
            self.mayBeOverruled = mayBeOverruled
        }
    }

    /// What the one who answers has to say today over the object and the action.
    package enum Say: Hashable, Sendable {
        case has, none, isRequester, isCrew
    }

    /// Another person who has released the same thing where two are needed.
    package struct Approver: Hashable, Sendable {
        package var contact: String
        package var key: SSHKey?

        package init(contact: String, key: SSHKey?) {
            self.contact = contact
            self.key = key
        }
    }

    package var act: Act
    package var answer: Answer
    /// The question as it was put, and the file that it stood in.
    package var question: Question
    package var asked: QuestionFile
    /// The bytes of the answer file, and who answers.
    package var file: [UInt8]
    package var contact: String
    package var proof: Proof
    /// The number of its entry, or that which it would get, and the time of it.
    package var entry: Int
    package var enteredAt: Timestamp
    package var now: Timestamp

    // What the record says.
    package var objections: [Objection]
    package var standing: @Sendable (SSHKey) -> KeyStanding
    package var revocation: @Sendable (SSHKey) -> Revocation?

    // What holds today.
    /// The same question as it would be put today; nil where it would not be put.
    package var today: Question?
    package var say: Say
    package var otherApprover: Approver?
    /// True where the condition is a hold point of the order whose witness is the one who set it.
    package var isConditionHeld: Bool
    package var wanted: Grade

    /// The hearing of an answer; another act, such as taking one back, is set afterwards.
    package init(
        _ answer: Answer, to question: Question, of asked: QuestionFile, in file: [UInt8], by contact: String, proof: Proof, entry: Int,
        enteredAt: Timestamp, now: Timestamp, objections: [Objection], standing: @escaping @Sendable (SSHKey) -> KeyStanding,
        revocation: @escaping @Sendable (SSHKey) -> Revocation?, today: Question?, say: Say, otherApprover: Approver? = nil,
        isConditionHeld: Bool = false, wanted: Grade
    ) {
        act = .says(answer.says)
        self.answer = answer
        self.question = question
        self.asked = asked
        self.file = file
        self.contact = contact
        self.proof = proof
        self.entry = entry
        self.enteredAt = enteredAt
        self.now = now
        self.objections = objections
        self.standing = standing
        self.revocation = revocation
        self.today = today
        self.say = say
        self.otherApprover = otherApprover
        self.isConditionHeld = isConditionHeld
        self.wanted = wanted
    }
}
