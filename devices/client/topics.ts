/** The formats that `devices/codecs/` reads. */
export type PayloadFormat = 'json' | 'senml' | 'chirpstack' | 'tts' | 'hj212'

/**
 * Where a thing publishes. With `rule` it is Basic Ingest: the message goes to that topic rule straight, past the
 * message broker and its charge; the rule sees the same topic without the prefix.
 */
export const telemetryTopic = (thing: string, format: PayloadFormat, rule?: string): string => {
	const topic = `dt/sanitation/${thing}/${format}`
	return rule === undefined ? topic : `$aws/rules/${rule}/${topic}`
}

/** What is told to everybody in a courtyard: tasks, scores. */
export const courtyardEvents = (courtyard: string): string => `evt/sanitation/${courtyard}/#`
