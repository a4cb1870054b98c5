/** A message that cannot be published by anybody: its topic or size is not allowed. The message says why. */
export class UnacceptableMessage extends Error {
	override readonly name = 'UnacceptableMessage'
}
