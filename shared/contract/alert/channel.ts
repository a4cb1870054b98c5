import { Id } from '../registry/registry.ts'
import { Severity } from '../task/severity.ts'
import { told } from '../text/told.ts'
import * as z from '../zod.ts'

/**
 * The name under which a secret is kept: a parameter of SSM, or a secret of Secrets Manager by SSM's reference
 * (`/aws/reference/secretsmanager/green-courtyard/channels/…`). The secret itself is never in the registry, the template or a log.
 */
export const SecretName = z.string().check(
	z.regex(
		/^(\/aws\/reference\/secretsmanager)?\/green-courtyard\/channels\/[A-Za-z0-9_.-]{1,100}$/,
		told({
			zh: '应为参数的名称，如 /green-courtyard/channels/wecom-yard-1',
			en: 'the name of a parameter, like "/green-courtyard/channels/wecom-yard-1"',
		}),
	),
)

const isLoopback = ({ protocol, hostname }: URL): boolean =>
	protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost')

/** True for an address that only the local edition may send to. */
export const isOnThisMachine = (url: string): boolean => isLoopback(new URL(url))

/** Where messages go. What is secret in an address, such as a token in its query, goes to a parameter instead. */
const Address = z
	.url(
		told({
			zh: '应为网址，如 https://alerts.example.org/courtyards',
			en: 'an address like "https://alerts.example.org/courtyards"',
		}),
	)
	.check(
		z.refine(
			(text) => {
				if (!URL.canParse(text)) return false
				const url = new URL(text)
				const isPlain = url.search === '' && url.hash === '' && url.username === '' && url.password === ''
				return isPlain && (url.protocol === 'https:' || isLoopback(url))
			},
			told({
				zh: '应为 https 网址，不带用户名、查询和片段；只有本机版可以用 http 发往 127.0.0.1',
				en: 'https, without user, query or fragment; http only to 127.0.0.1, in the local edition',
			}),
		),
	)

/** Whose news a channel carries: those of a township, a village, a courtyard, or of all courtyards a person is in charge of. */
const Audience = z.union(
	[
		z.strictObject({ township: Id }),
		z.strictObject({ village: Id }),
		z.strictObject({ courtyard: Id }),
		z.strictObject({ person: z.string().check(z.minLength(1), z.maxLength(120)) }),
	],
	told({
		zh: '应为 {"township": …}、{"village": …}、{"courtyard": …}、{"person": …} 之一',
		en: 'one of {"township": …}, {"village": …}, {"courtyard": …}, {"person": …}',
	}),
)
export type Audience = z.infer<typeof Audience>

const common = {
	id: Id,
	name: z.string().check(z.trim(), z.minLength(1), z.maxLength(60)),
	for: Audience,
	/** The first one is said first. */
	languages: z._default(z.array(z.enum(['zh', 'en'])).check(z.minLength(1), z.maxLength(2)), ['zh']),
	/** Only news for which these rungs of the ladder answer; absent: all. */
	rungs: z.optional(z.array(z.string().check(z.minLength(1), z.maxLength(40))).check(z.minLength(1))),
	/** Nothing less severe than this. */
	from: z._default(Severity, 'minor'),
	isPaused: z._default(z.boolean(), false),
}

/** A way to tell people: where it leads, whom it is for. */
export const Channel = z.discriminatedUnion('kind', [
	/**
	 * 企业微信 group robot; the secret is the key in the robot's webhook address. Another address would be shown the key, so
	 * there is none but a receiver on the same machine, in the local edition.
	 */
	z.strictObject({
		...common,
		kind: z.literal('wecom'),
		secret: SecretName,
		url: z.optional(
			Address.check(
				z.refine(
					(url) => URL.canParse(url) && isOnThisMachine(url),
					told({ zh: '只能是本机上的接收地址', en: 'only a receiver on this machine' }),
				),
			),
		),
	}),
	/** CloudEvents 1.0 JSON, signed with HMAC-SHA256. */
	z.strictObject({ ...common, kind: z.literal('webhook'), url: Address, secret: SecretName }),
	/** A topic; its subscribers get an e-mail, or an SMS where the partition has it. */
	z.strictObject({
		...common,
		kind: z.literal('sns'),
		topic: z.string().check(
			z.regex(
				/^arn:aws(-cn)?:sns:[a-z0-9-]+:\d{12}:green-courtyard-[A-Za-z0-9_-]{1,200}$/,
				told({
					zh: '应为名称以 green-courtyard- 开头的主题的 ARN',
					en: 'the ARN of a topic whose name starts with "green-courtyard-"',
				}),
			),
		),
	}),
	/** Loudspeakers: plain sentences on `evt/sanitation/{courtyard}/announcements`. */
	z.strictObject({ ...common, kind: z.literal('mqtt') }),
])
export type Channel = z.infer<typeof Channel>

/** What `PUT /api/channels` takes: all channels there are to be. */
export const Channels = z.strictObject({ channels: z.array(Channel).check(z.maxLength(300)) }).check(
	z.refine(({ channels }) => new Set(channels.map(({ id }) => id)).size === channels.length, {
		...told({ zh: '每个 id 只能出现一次', en: 'each id once' }),
		path: ['channels'],
	}),
)
export type Channels = z.infer<typeof Channels>
