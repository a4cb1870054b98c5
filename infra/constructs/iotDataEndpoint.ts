import { Stack } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { AwsCustomResource, AwsCustomResourcePolicy, PhysicalResourceId } from 'aws-cdk-lib/custom-resources'
import { Construct } from 'constructs'
import { accepted, acceptedWildcard } from './accepted.ts'
import type { ServiceFunction } from './serviceFunction.ts'

/** The managed policy of the CDK's own provider, as cdk-nag names it. */
const basicExecution =
	'AwsSolutions-IAM4[Policy::arn:<AWS::Partition>:iam::aws:policy/service-role/AWSLambdaBasicExecutionRole]'

/**
 * Where this account publishes to its devices. Asked from AWS IoT at deployment, because the host name differs by
 * account and its form differs in China.
 */
export class IotDataEndpoint extends Construct {
	private readonly address: string

	constructor(scope: Construct, id: string) {
		super(scope, id)
		const describe = {
			service: 'Iot',
			action: 'describeEndpoint',
			parameters: { endpointType: 'iot:Data-ATS' },
			physicalResourceId: PhysicalResourceId.fromResponse('endpointAddress'),
			outputPaths: ['endpointAddress'],
		}
		const resource = new AwsCustomResource(this, 'Describe', {
			onCreate: describe,
			onUpdate: describe,
			installLatestAwsSdk: false,
			logGroup: new LogGroup(this, 'Logs', { retention: RetentionDays.ONE_WEEK }),
			policy: AwsCustomResourcePolicy.fromStatements([
				// DescribeEndpoint knows no resource: `*` is the only one it takes.
				new PolicyStatement({ actions: ['iot:DescribeEndpoint'], resources: ['*'] }),
			]),
		})
		acceptedWildcard(resource, '*', 'DescribeEndpoint knows no resource.')
		this.address = resource.getResponseField('endpointAddress')
		const provider = Stack.of(this).node.children.find(({ node }) => node.id.startsWith('AWS679f53fac'))
		if (provider === undefined) throw new Error('the CDK has another name for the provider of its custom resources')
		const reason = 'The provider of the CDK, which runs at deployments only; a fault there fails the deployment.'
		for (const rule of [basicExecution, 'Serverless-LambdaDLQ', 'Serverless-LambdaDefaultMemorySize'])
			accepted(provider, rule, reason)
	}

	/** Tells the function the address, which is that of the broker too. */
	toldTo(service: ServiceFunction): ServiceFunction {
		return service.setting('IOT_DATA_ENDPOINT', this.address)
	}

	/** Lets the function publish events of courtyards (`evt/sanitation/…`), and nothing else. */
	publishEventsFrom(service: ServiceFunction): void {
		const events = Stack.of(this).formatArn({ service: 'iot', resource: 'topic', resourceName: 'evt/sanitation/*' })
		this.toldTo(service).allowBelow(['iot:Publish'], events, 'Events of every courtyard.')
	}
}
