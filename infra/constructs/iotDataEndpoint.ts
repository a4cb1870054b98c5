import { Stack } from 'aws-cdk-lib'
import { PolicyStatement } from 'aws-cdk-lib/aws-iam'
import { LogGroup, RetentionDays } from 'aws-cdk-lib/aws-logs'
import { AwsCustomResource, AwsCustomResourcePolicy, PhysicalResourceId } from 'aws-cdk-lib/custom-resources'
import { Construct } from 'constructs'
import type { ServiceFunction } from './serviceFunction.ts'

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
		this.address = resource.getResponseField('endpointAddress')
	}

	/** Lets the function publish events of courtyards (`evt/sanitation/…`), and nothing else. */
	publishEventsFrom(service: ServiceFunction): void {
		service
			.setting('IOT_DATA_ENDPOINT', this.address)
			.allow(
				['iot:Publish'],
				Stack.of(this).formatArn({ service: 'iot', resource: 'topic', resourceName: 'evt/sanitation/*' }),
			)
	}
}
