/** Every type the stack may use, told apart by what one machine does with it. A type in neither list stops the start. */

/** Each of these runs here. */
export const withLocalCounterpart: ReadonlySet<string> = new Set([
	'AWS::ApiGatewayV2::Api',
	'AWS::ApiGatewayV2::Authorizer',
	'AWS::ApiGatewayV2::Integration',
	'AWS::ApiGatewayV2::Route',
	'AWS::ApiGatewayV2::Stage',
	'AWS::DynamoDB::GlobalTable',
	'AWS::DynamoDB::Table',
	'AWS::IoT::Policy',
	'AWS::IoT::ProvisioningTemplate',
	'AWS::IoT::TopicRule',
	'AWS::Lambda::EventSourceMapping',
	'AWS::Lambda::Function',
	'AWS::Scheduler::Schedule',
	'AWS::S3::Bucket',
	'AWS::SQS::Queue',
	'Custom::AWS',
])

/** Each of these has no effect on one machine, and here is why. */
export const withoutLocalCounterpart: ReadonlyMap<string, string> = new Map([
	['AWS::CDK::Metadata', 'usage statistics of the CDK'],
	['AWS::CloudWatch::Alarm', 'nobody is woken by this machine; what alarms watch is at /metrics'],
	['AWS::CloudWatch::Dashboard', 'the same figures are at /metrics'],
	['AWS::IAM::Policy', 'one user owns every process here; the IoT policies are evaluated'],
	['AWS::IAM::Role', 'one user owns every process here'],
	['AWS::Lambda::EventInvokeConfig', 'a failed run is not tried again here either; its log says why'],
	['AWS::Lambda::Permission', 'one user owns every process here'],
	['AWS::Logs::LogGroup', 'logs go to the console'],
	['AWS::S3::BucketPolicy', 'asks for TLS; the buckets listen on the loopback interface'],
	['AWS::SNS::Topic', 'carries alarms only'],
	['AWS::SNS::TopicPolicy', 'carries alarms only'],
	['AWS::SQS::QueuePolicy', 'asks for TLS; the queue listens on the loopback interface'],
])

/** The Lambda behind `Custom::AWS`, by the name the CDK gives it; its answers are given by the resolver. */
export const isCustomResourceProvider = (logicalId: string): boolean =>
	/^AWS679f53fac002430cb0da5b7982bd2287/.test(logicalId)
