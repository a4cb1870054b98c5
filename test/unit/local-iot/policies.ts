/** The policies of the stack as the template holds them once its intrinsics are resolved. */
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: policy variables

export const arn = (resource: string): string => `arn:aws:iot:us-east-1:123456789012:${resource}`

const connect = {
	Effect: 'Allow',
	Action: 'iot:Connect',
	Resource: arn('client/${iot:Connection.Thing.ThingName}'),
	Condition: { Bool: { 'iot:Connection.Thing.IsAttached': ['true'] } },
}

const shadow = '$aws/things/${iot:Connection.Thing.ThingName}/shadow/name/config'

export const devicePolicy = {
	Version: '2012-10-17',
	Statement: [
		connect,
		{
			Effect: 'Allow',
			Action: 'iot:Publish',
			Resource: [
				arn('topic/dt/sanitation/${iot:Connection.Thing.ThingName}/*'),
				arn('topic/$aws/rules/sanitation_telemetry/dt/sanitation/${iot:Connection.Thing.ThingName}/*'),
				arn(`topic/${shadow}/get`),
				arn(`topic/${shadow}/update`),
			],
		},
		{
			Effect: 'Allow',
			Action: 'iot:Subscribe',
			Resource: [arn('topicfilter/cmd/sanitation/${iot:Connection.Thing.ThingName}/*'), arn(`topicfilter/${shadow}/*`)],
		},
		{
			Effect: 'Allow',
			Action: 'iot:Receive',
			Resource: [arn('topic/cmd/sanitation/${iot:Connection.Thing.ThingName}/*'), arn(`topic/${shadow}/*`)],
		},
	],
}

export const displayPolicy = {
	Version: '2012-10-17',
	Statement: [
		connect,
		{
			Effect: 'Allow',
			Action: 'iot:Subscribe',
			Resource: arn('topicfilter/evt/sanitation/${iot:Connection.Thing.Attributes[courtyard]}/*'),
		},
		{
			Effect: 'Allow',
			Action: 'iot:Receive',
			Resource: arn('topic/evt/sanitation/${iot:Connection.Thing.Attributes[courtyard]}/*'),
		},
	],
}

const topics = ['$aws/certificates/create/json', '$aws/provisioning-templates/sanitation_devices/provision/json']
const answers = topics.flatMap((topic) => [`${topic}/accepted`, `${topic}/rejected`])

export const claimPolicy = {
	Version: '2012-10-17',
	Statement: [
		{ Effect: 'Allow', Action: 'iot:Connect', Resource: arn('client/_claim-*') },
		{ Effect: 'Allow', Action: 'iot:Publish', Resource: topics.map((topic) => arn(`topic/${topic}`)) },
		{ Effect: 'Allow', Action: 'iot:Subscribe', Resource: answers.map((topic) => arn(`topicfilter/${topic}`)) },
		{ Effect: 'Allow', Action: 'iot:Receive', Resource: answers.map((topic) => arn(`topic/${topic}`)) },
	],
}
