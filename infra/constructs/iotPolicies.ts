import { Stack } from 'aws-cdk-lib'
import type { Construct } from 'constructs'

// Policy variables, which AWS IoT fills in for each connection; no template literals.
// biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable
const thing = '${iot:Connection.Thing.ThingName}'
// biome-ignore lint/suspicious/noTemplateCurlyInString: a policy variable
const courtyard = '${iot:Connection.Thing.Attributes[courtyard]}'

/** A certificate speaks only for the thing it is attached to, under that thing's name. */
const connect = (scope: Construct) => ({
	Effect: 'Allow',
	Action: 'iot:Connect',
	Resource: iot(scope, 'client', thing),
	Condition: { Bool: { 'iot:Connection.Thing.IsAttached': ['true'] } },
})

/** The named shadow in which a device finds its configuration and says what it has taken from it; its own only. */
const shadow = `$aws/things/${thing}/shadow/name/config`

/** What a device may listen to. AWS IoT takes no policy of more than 2048 characters, so the answers are not named singly. */
const heard = [`cmd/sanitation/${thing}/*`, `${shadow}/*`]

/** Sensors and gateways: publish readings, hear commands and keep their configuration, each under its own name only. */
export const devicePolicy = (scope: Construct, rule: string) => ({
	Version: '2012-10-17',
	Statement: [
		connect(scope),
		{
			Effect: 'Allow',
			Action: 'iot:Publish',
			Resource: [
				iot(scope, 'topic', `dt/sanitation/${thing}/*`),
				iot(scope, 'topic', `$aws/rules/${rule}/dt/sanitation/${thing}/*`),
				iot(scope, 'topic', `${shadow}/get`),
				iot(scope, 'topic', `${shadow}/update`),
			],
		},
		{ Effect: 'Allow', Action: 'iot:Subscribe', Resource: heard.map((filter) => iot(scope, 'topicfilter', filter)) },
		{ Effect: 'Allow', Action: 'iot:Receive', Resource: heard.map((topic) => iot(scope, 'topic', topic)) },
	],
})

/** Loudspeakers and screens: listen to the events of the courtyard their thing names, and say nothing. */
export const displayPolicy = (scope: Construct) => ({
	Version: '2012-10-17',
	Statement: [
		connect(scope),
		{ Effect: 'Allow', Action: 'iot:Subscribe', Resource: iot(scope, 'topicfilter', `evt/sanitation/${courtyard}/*`) },
		{ Effect: 'Allow', Action: 'iot:Receive', Resource: iot(scope, 'topic', `evt/sanitation/${courtyard}/*`) },
	],
})

/** Client ids of devices that have no name yet begin so; no id of the registry can, so none is thrown out by one. */
export const claimClients = '_claim-'

/**
 * The claim certificate, which lies in many devices and may be copied: it fetches a certificate by this one template, and
 * can do nothing else. Answers come only to the connection that asked.
 */
export const claimPolicy = (scope: Construct, template: string) => {
	const topics = ['$aws/certificates/create/json', `$aws/provisioning-templates/${template}/provision/json`]
	const answers = topics.flatMap((topic) => [`${topic}/accepted`, `${topic}/rejected`])
	const each = (kind: string, names: readonly string[]) => names.map((name) => iot(scope, kind, name))
	return {
		Version: '2012-10-17',
		Statement: [
			{ Effect: 'Allow', Action: 'iot:Connect', Resource: iot(scope, 'client', `${claimClients}*`) },
			{ Effect: 'Allow', Action: 'iot:Publish', Resource: each('topic', topics) },
			{ Effect: 'Allow', Action: 'iot:Subscribe', Resource: each('topicfilter', answers) },
			{ Effect: 'Allow', Action: 'iot:Receive', Resource: each('topic', answers) },
		],
	}
}

const iot = (scope: Construct, resource: string, resourceName: string): string =>
	Stack.of(scope).formatArn({ service: 'iot', resource, resourceName })
