import type { JsonObject } from './template.ts'

/** The place the template is resolved for: what the pseudo parameters say and where the local endpoints listen. */
export interface Place {
	readonly stackName: string
	readonly partition: string
	readonly region: string
	readonly accountId: string
	readonly urlSuffix: string
	/** Values for the template's parameters. */
	readonly parameters: Readonly<Record<string, string>>
	/** Base URLs without a trailing slash. */
	readonly endpoints: { readonly sqs: string; readonly iotData: string; readonly http: string }
}

/** What other resources may say about one: its physical name, and what Ref and Fn::GetAtt give. */
export interface Identity {
	readonly name: string
	readonly arn: string
	readonly ref: string
	readonly attributes: Readonly<Record<string, string>>
}

interface Kind {
	/** The property that holds a name given by the stack. */
	readonly nameProperty?: string
	readonly arn: (name: string) => readonly [service: string, resource: string]
	readonly ref?: (name: string, place: Place, arn: string) => string
	readonly attributes?: (name: string, place: Place, properties: JsonObject) => Record<string, string>
}

const queueUrl = (name: string, place: Place): string => `${place.endpoints.sqs}/${place.accountId}/${name}`

const kinds: Readonly<Record<string, Kind>> = {
	'AWS::ApiGatewayV2::Api': {
		arn: (name) => ['apigateway', `/apis/${name}`],
		attributes: (name, place) => ({ ApiId: name, ApiEndpoint: place.endpoints.http }),
	},
	'AWS::ApiGatewayV2::Authorizer': { arn: (name) => ['apigateway', `/authorizers/${name}`] },
	'AWS::ApiGatewayV2::Integration': { arn: (name) => ['apigateway', `/integrations/${name}`] },
	'AWS::ApiGatewayV2::Route': { arn: (name) => ['apigateway', `/routes/${name}`] },
	'AWS::ApiGatewayV2::Stage': { nameProperty: 'StageName', arn: (name) => ['apigateway', `/stages/${name}`] },
	'AWS::DynamoDB::GlobalTable': { nameProperty: 'TableName', arn: (name) => ['dynamodb', `table/${name}`] },
	'AWS::DynamoDB::Table': { nameProperty: 'TableName', arn: (name) => ['dynamodb', `table/${name}`] },
	'AWS::IAM::Role': { nameProperty: 'RoleName', arn: (name) => ['iam', `role/${name}`] },
	'AWS::IoT::Policy': { nameProperty: 'PolicyName', arn: (name) => ['iot', `policy/${name}`] },
	'AWS::IoT::ProvisioningTemplate': {
		nameProperty: 'TemplateName',
		arn: (name) => ['iot', `provisioningtemplate/${name}`],
	},
	'AWS::IoT::TopicRule': { nameProperty: 'RuleName', arn: (name) => ['iot', `rule/${name}`] },
	'AWS::Lambda::EventSourceMapping': { arn: (name) => ['lambda', `event-source-mapping:${name}`] },
	'AWS::Lambda::Function': { nameProperty: 'FunctionName', arn: (name) => ['lambda', `function:${name}`] },
	'AWS::Logs::LogGroup': { nameProperty: 'LogGroupName', arn: (name) => ['logs', `log-group:${name}:*`] },
	'AWS::S3::Bucket': {
		nameProperty: 'BucketName',
		arn: (name) => ['s3', name],
		// As on AWS; that the buckets are elsewhere here is told by AWS_ENDPOINT_URL_S3.
		attributes: (name, { region, urlSuffix }) => ({ RegionalDomainName: `${name}.s3.${region}.${urlSuffix}` }),
	},
	'AWS::Scheduler::Schedule': { nameProperty: 'Name', arn: (name) => ['scheduler', `schedule/default/${name}`] },
	'AWS::SNS::Topic': { nameProperty: 'TopicName', arn: (name) => ['sns', name], ref: (_name, _place, arn) => arn },
	'AWS::SQS::Queue': {
		nameProperty: 'QueueName',
		arn: (name) => ['sqs', name],
		ref: queueUrl,
		attributes: (name, place) => ({ QueueName: name, QueueUrl: queueUrl(name, place) }),
	},
	'Custom::AWS': {
		arn: (name) => ['cloudformation', `custom/${name}`],
		attributes: (_name, place, properties) =>
			asksForIotDataEndpoint(properties) ? { endpointAddress: place.endpoints.iotData } : {},
	},
}

/** The property in which the stack may name a resource of the type, if there is one. */
export const nameProperty = (type: string): string | undefined => kinds[type]?.nameProperty

/** The identity of a resource here, or undefined for a type nothing may refer to. */
export const identify = (type: string, name: string, properties: JsonObject, place: Place): Identity | undefined => {
	const kind = kinds[type]
	if (kind === undefined) return undefined
	const [service, resource] = kind.arn(name)
	const region = service === 'iam' ? '' : place.region
	const arn = `arn:${place.partition}:${service}:${region}:${place.accountId}:${resource}`
	return {
		name,
		arn,
		ref: kind.ref?.(name, place, arn) ?? name,
		attributes: { Arn: arn, ...kind.attributes?.(name, place, properties) },
	}
}

const asksForIotDataEndpoint = (properties: JsonObject): boolean =>
	typeof properties.Create === 'string' &&
	/"service":"Iot","action":"describeEndpoint","parameters":\{"endpointType":"iot:Data-ATS"\}/.test(properties.Create)
