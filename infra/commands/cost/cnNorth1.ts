import type { Confidence, Price, PriceTable } from './price.ts'

const site = 'https://www.amazonaws.cn/en'

const of = (amount: number, page: string, confidence: Confidence, note?: string): Price => ({
	amount,
	source: `${site}/${page}`,
	confidence,
	...(note !== undefined && { note }),
})

/** The stored copies have no page with this price, or break off before it. */
const notFound = (page: string): Price => ({ amount: null, source: `${site}/${page}`, confidence: 'not-found' })

const onDemand =
	'may be up to double: prices elsewhere were halved on 2024-11-01, and the stored copy may be from before or after'

/** China (Beijing), run by Sinnet, yuan. There was no network: stored copies of the vendor's pages were read. */
export const cnNorth1: PriceTable = {
	region: 'cn-north-1',
	currency: 'CNY',
	taken: '2026-11-30',
	prices: {
		iotConnection: notFound('iot-core/pricing/'),
		iotMessages: notFound('iot-core/pricing/'),
		iotRules: notFound('iot-core/pricing/'),
		iotActions: notFound('iot-core/pricing/'),
		sqsRequests: notFound('sqs/pricing/'),
		kinesisShards: notFound('kinesis/data-streams/pricing/'),
		kinesisPuts: notFound('kinesis/data-streams/pricing/'),
		kinesisRetention: notFound('kinesis/data-streams/pricing/'),
		lambdaRequests: notFound('lambda/pricing/'),
		lambdaTime: notFound('lambda/pricing/'),
		dynamoWrites: of(11.1538, 'dynamodb/pricing/', 'vendor', onDemand),
		dynamoReads: of(
			2.2308,
			'dynamodb/pricing/',
			'derived',
			'the stored copy breaks off before it; a fifth of the price of writes, as in us-east-1',
		),
		dynamoWriteCapacity: of(0.0058, 'dynamodb/pricing/', 'vendor', '¥0.058 an hour for 10 units'),
		dynamoReadCapacity: of(0.00116, 'dynamodb/pricing/', 'vendor', '¥0.058 an hour for 50 units'),
		dynamoStorage: notFound('dynamodb/pricing/'),
		dynamoBackup: notFound('dynamodb/pricing/'),
		logsIngested: notFound('cloudwatch/pricing/'),
		logsKept: notFound('cloudwatch/pricing/'),
		metrics: of(2, 'cloudwatch/pricing/', 'vendor', 'the first 10,000'),
		alarms: of(0.622, 'cloudwatch/pricing/', 'vendor'),
		dashboards: notFound('cloudwatch/pricing/'),
		schedules: notFound('eventbridge/pricing/'),
		httpRequests: notFound('api-gateway/pricing/'),
		s3Storage: notFound('s3/pricing/'),
		s3Writes: notFound('s3/pricing/'),
		s3Reads: notFound('s3/pricing/'),
	},
}
