import { type MessageAttributes, md5OfAttributes, md5OfText, messageSize } from './messageAttributes.ts'
import type { QueueDefinition } from './queueDefinition.ts'
import type { QueueService, ReceiptOutcome } from './queueService.ts'
import { SqsError } from './sqsError.ts'
import { sqsMessage } from './sqsMessage.ts'
import { queueAttributes } from './sqsQueueAttributes.ts'
import { checkBatch, checkMessage, maxMessageBytes, type SqsOperation, type SqsRequest } from './sqsRequest.ts'

export type SqsHandlers = {
	[Operation in SqsOperation]: (request: SqsRequest<Operation>, signal: AbortSignal) => unknown
}

const invalidHandle = (): SqsError => new SqsError('ReceiptHandleIsInvalid', 'The input receipt handle is invalid.')

/** Deleting what is gone already succeeds, as in SQS: the delete is idempotent. */
const checkDeleted = (outcome: ReceiptOutcome): void => {
	if (outcome === 'invalid') throw invalidHandle()
}

const checkChanged = (outcome: ReceiptOutcome): void => {
	if (outcome === 'invalid') throw invalidHandle()
	if (outcome === 'stale') throw new SqsError('MessageNotInflight', 'The message is not in flight.')
}

const sent = (MessageId: string, body: string, attributes: MessageAttributes) => {
	const md5 = md5OfAttributes(attributes)
	return { MessageId, MD5OfMessageBody: md5OfText(body), ...(md5 !== undefined && { MD5OfMessageAttributes: md5 }) }
}

/** Runs each entry by itself: one that fails does not fail the others. */
const eachEntry = async <Entry extends { Id: string }>(
	entries: readonly Entry[],
	run: (entry: Entry) => Promise<object>,
) => {
	checkBatch(entries)
	const Successful: object[] = []
	const Failed: object[] = []
	for (const result of await Promise.all(
		entries.map((entry) =>
			run(entry).then(
				(value) => ({ Id: entry.Id, value }),
				(error: unknown) => ({ Id: entry.Id, error }),
			),
		),
	)) {
		if ('value' in result) Successful.push({ Id: result.Id, ...result.value })
		else if (result.error instanceof SqsError)
			Failed.push({ Id: result.Id, Code: result.error.queryCode, Message: result.error.message, SenderFault: true })
		else throw result.error
	}
	return { Successful, Failed }
}

/** The SQS operations on the local queues; `urlOf` gives a queue's URL. Each throws an SqsError for what SQS refuses. */
export const sqsHandlers = (service: QueueService, urlOf: (queue: QueueDefinition) => string): SqsHandlers => {
	const named = (name: string): QueueDefinition => {
		const queue = service.definitions.find((definition) => definition.name === name)
		if (!queue) throw new SqsError('QueueDoesNotExist', 'The specified queue does not exist.')
		return queue
	}
	/** The last segment is the name, whatever host and account the client put before it. */
	const at = (url: string): QueueDefinition => named(url.slice(url.lastIndexOf('/') + 1))

	return {
		ListQueues: ({ QueueNamePrefix = '' }) => ({
			QueueUrls: service.definitions.filter(({ name }) => name.startsWith(QueueNamePrefix)).map(urlOf),
		}),
		GetQueueUrl: ({ QueueName }) => ({ QueueUrl: urlOf(named(QueueName)) }),
		GetQueueAttributes: ({ QueueUrl, AttributeNames }) => {
			const queue = at(QueueUrl)
			return { Attributes: queueAttributes(queue, service.counts(queue.name), AttributeNames, service.definitions) }
		},
		SendMessage: async ({ QueueUrl, MessageBody, MessageAttributes, DelaySeconds }) => {
			const queue = at(QueueUrl)
			checkMessage(MessageBody, MessageAttributes)
			const delaySeconds = DelaySeconds ?? queue.delaySeconds
			const [id = ''] = await service.sendBatch(queue.name, [
				{ body: MessageBody, attributes: MessageAttributes, delaySeconds },
			])
			return sent(id, MessageBody, MessageAttributes)
		},
		SendMessageBatch: ({ QueueUrl, Entries }) => {
			const queue = at(QueueUrl)
			const total = Entries.reduce((sum, entry) => sum + messageSize(entry.MessageBody, entry.MessageAttributes), 0)
			if (total > maxMessageBytes)
				throw new SqsError('BatchRequestTooLong', `Batch requests cannot be longer than ${maxMessageBytes} bytes.`)
			return eachEntry(Entries, async ({ MessageBody, MessageAttributes, DelaySeconds }) => {
				checkMessage(MessageBody, MessageAttributes)
				const delaySeconds = DelaySeconds ?? queue.delaySeconds
				const message = { body: MessageBody, attributes: MessageAttributes, delaySeconds }
				const [id = ''] = await service.sendBatch(queue.name, [message])
				return sent(id, MessageBody, MessageAttributes)
			})
		},
		ReceiveMessage: async (request, signal) => {
			const messages = await service.receive(at(request.QueueUrl).name, {
				max: request.MaxNumberOfMessages,
				waitTimeSeconds: request.WaitTimeSeconds,
				signal,
				...(request.VisibilityTimeout !== undefined && { visibilityTimeout: request.VisibilityTimeout }),
			})
			if (messages.length === 0) return {}
			const systemNames = [...request.AttributeNames, ...request.MessageSystemAttributeNames]
			return {
				Messages: messages.map((message) => sqsMessage(message, systemNames, request.MessageAttributeNames)),
			}
		},
		DeleteMessage: async ({ QueueUrl, ReceiptHandle }) => {
			checkDeleted(await service.delete(at(QueueUrl).name, ReceiptHandle))
			return undefined
		},
		DeleteMessageBatch: ({ QueueUrl, Entries }) => {
			const { name } = at(QueueUrl)
			return eachEntry(Entries, async ({ ReceiptHandle }) => {
				checkDeleted(await service.delete(name, ReceiptHandle))
				return {}
			})
		},
		ChangeMessageVisibility: async ({ QueueUrl, ReceiptHandle, VisibilityTimeout }) => {
			checkChanged(await service.changeVisibility(at(QueueUrl).name, ReceiptHandle, VisibilityTimeout))
			return undefined
		},
		ChangeMessageVisibilityBatch: ({ QueueUrl, Entries }) => {
			const { name } = at(QueueUrl)
			return eachEntry(Entries, async ({ ReceiptHandle, VisibilityTimeout }) => {
				checkChanged(await service.changeVisibility(name, ReceiptHandle, VisibilityTimeout))
				return {}
			})
		},
		PurgeQueue: async ({ QueueUrl }) => {
			await service.purge(at(QueueUrl).name)
			return undefined
		},
		ListDeadLetterSourceQueues: ({ QueueUrl }) => {
			const { name } = at(QueueUrl)
			return {
				queueUrls: service.definitions.filter(({ redrive }) => redrive?.deadLetterQueueName === name).map(urlOf),
			}
		},
	}
}
