import { join } from 'node:path'
import { openQueues } from '../queue/openQueues.ts'
import { queueFromTemplate } from '../queue/queueDefinition.ts'
import type { QueueService } from '../queue/queueService.ts'
import { startSqsApi } from '../queue/sqsApi.ts'
import type { Prepared } from './prepare.ts'
import type { Teardown } from './teardown.ts'

/** Opens the queues of the template and serves them by the SQS API. */
export const startQueues = async (
	{ ofType, ports }: Prepared,
	dataFolder: string,
	teardown: Teardown,
): Promise<{ readonly service: QueueService; readonly endpoint: string }> => {
	const definitions = ofType('AWS::SQS::Queue').map(({ logicalId, name, arn, properties }) =>
		queueFromTemplate(logicalId, properties, { name, arn }),
	)
	const service = openQueues(join(dataFolder, 'queues.sqlite'), definitions)
	teardown.add('queues', () => service.close())
	const api = await startSqsApi(service, { port: ports.sqs })
	teardown.add('SQS API', api.close)
	return { service, endpoint: api.endpoint }
}
