/**
 * The error shapes of the SQS JSON protocol. `shape` is what JSON clients read (`__type`); clients that were written
 * for the older query protocol, the AWS CLI among them, read `queryCode` from the x-amzn-query-error header.
 */
const queryCodes = {
	QueueDoesNotExist: 'AWS.SimpleQueueService.NonExistentQueue',
	UnsupportedOperation: 'AWS.SimpleQueueService.UnsupportedOperation',
	EmptyBatchRequest: 'AWS.SimpleQueueService.EmptyBatchRequest',
	TooManyEntriesInBatchRequest: 'AWS.SimpleQueueService.TooManyEntriesInBatchRequest',
	BatchEntryIdsNotDistinct: 'AWS.SimpleQueueService.BatchEntryIdsNotDistinct',
	BatchRequestTooLong: 'AWS.SimpleQueueService.BatchRequestTooLong',
	MessageNotInflight: 'AWS.SimpleQueueService.MessageNotInflight',
	ReceiptHandleIsInvalid: 'ReceiptHandleIsInvalid',
	InvalidMessageContents: 'InvalidMessageContents',
	InvalidParameterValueException: 'InvalidParameterValue',
	InvalidAttributeName: 'InvalidAttributeName',
	InternalFailure: 'InternalFailure',
} as const

export type SqsErrorShape = keyof typeof queryCodes

export class SqsError extends Error {
	readonly shape: SqsErrorShape

	constructor(shape: SqsErrorShape, message: string) {
		super(message)
		this.name = shape
		this.shape = shape
	}

	get queryCode(): string {
		return queryCodes[this.shape]
	}

	/** Whose fault it is; a receiver's fault is worth a retry. */
	get fault(): 'Sender' | 'Receiver' {
		return this.shape === 'InternalFailure' ? 'Receiver' : 'Sender'
	}
}
