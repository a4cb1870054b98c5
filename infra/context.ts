/**
 * Switches of the CDK. Here and not in cdk.json, which only the CDK command line reads: both ways must give the same
 * template.
 */
export const context = {
	'@aws-cdk/aws-iam:minimizePolicies': true,
	'@aws-cdk/core:target-partitions': ['aws', 'aws-cn'],
}
