import { readJson } from '../jsonPayload.ts'
import type { MqttService } from '../mqttService.ts'
import { ThingName } from '../thing.ts'
import type { Shadows, ShadowVerb } from './shadows.ts'

const request = /^\$aws\/things\/([^/]+)\/shadow\/name\/([^/]+)\/(get|update|delete)$/

const readTopic = (topic: string): { thing: string; name: string; verb: ShadowVerb } | undefined => {
	const [, thing = '', name = '', verb] = request.exec(topic) ?? []
	if (verb !== 'get' && verb !== 'update' && verb !== 'delete') return undefined
	return ThingName.safeParse(thing).success ? { thing, name, verb } : undefined
}

/** Named shadows by MQTT. Whose shadow a device reaches is for its policy to say. */
export const shadowService = (shadows: Shadows): MqttService => ({
	takes: (topic) => readTopic(topic) !== undefined,
	answer: async ({ topic, payload }) => {
		const asked = readTopic(topic)
		if (!asked) return []
		const body = payload.length === 0 ? {} : readJson(payload)
		return (await shadows.ask(asked.verb, asked.thing, asked.name, body)).told
	},
})
