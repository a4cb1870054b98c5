import { eventSourceFromTemplate } from '../lambda/eventSourceDefinition.ts'
import { startEventSource } from '../lambda/eventSourceMapping.ts'
import type { QueueService } from '../queue/queueService.ts'
import { StartError } from '../startError.ts'
import { type Functions, functionNamed } from './functions.ts'
import { here } from './options.ts'
import type { Prepared } from './prepare.ts'
import type { Teardown } from './teardown.ts'

/** Begins to feed the functions from the queues, as the template's event source mappings say. */
export const startEventSources = (
	{ ofType }: Prepared,
	service: QueueService,
	functions: Functions,
	log: (line: string) => void,
	teardown: Teardown,
): void => {
	for (const { logicalId, properties } of ofType('AWS::Lambda::EventSourceMapping')) {
		const { enabled, functionName, ...mapping } = eventSourceFromTemplate(logicalId, properties)
		const queue = service.definitions.find(({ arn }) => arn === mapping.queueArn)
		if (queue === undefined)
			throw new StartError({
				message: `The event source ${logicalId} reads from ${mapping.queueArn}, which is no queue of the stack.`,
				remedy: 'Correct the stack.',
			})
		if (!enabled) continue
		const invoke = functionNamed(functions, functionName, logicalId)
		const source = startEventSource({ ...mapping, queue: queue.name, service, invoke, region: here.region, log })
		teardown.add(`event source ${logicalId}`, source.close)
	}
}
