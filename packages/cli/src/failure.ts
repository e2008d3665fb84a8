/** A command ended without success, for a reason that the message tells completely: no stack trace is shown. */
export class CommandFailure extends Error {
  override readonly name = "CommandFailure";
}
