import { PublishCommand, type SNSClient } from '@aws-sdk/client-sns'
import type { Channel } from '../../../shared/contract/alert/channel.ts'
import type { AlertMessage } from '../../../shared/contract/alert/message.ts'
import { subjectOf } from '../../../shared/domain/alert/newsWords.ts'
import type { Sent } from '../../../shared/ports/channel.ts'

/** Characters of an SMS; more is several messages, each of which costs. */
const MOST_SMS = 200
/** Bytes that SNS takes are 256 KB; nobody reads more than this of an e-mail. */
const MOST_EMAIL = 20_000

/** E-mail to the subscribers of a topic; those with a telephone number get the short text, where the partition has SMS. */
export async function sendToTopic(
	client: SNSClient,
	channel: Channel & { kind: 'sns' },
	message: AlertMessage,
): Promise<Sent> {
	const said = (words: { zh: string; en: string }, separator: string): string =>
		channel.languages.map((language) => words[language]).join(separator)
	const email = said(message.text, '\n\n').slice(0, MOST_EMAIL)
	const [language = 'zh'] = channel.languages
	try {
		await client.send(
			new PublishCommand({
				TopicArn: channel.topic,
				// A subject is ASCII.
				Subject: subjectOf(message, 'en').slice(0, 99),
				MessageStructure: 'json',
				Message: JSON.stringify({ default: email, email, sms: message.spoken[language].slice(0, MOST_SMS) }),
			}),
		)
		return { is: 'sent' }
	} catch (error) {
		return { is: 'failed', error: `SNS: ${error instanceof Error ? error.name : 'unknown error'}` }
	}
}
