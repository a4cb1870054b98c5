import { Source } from '../profile/indexProfile.ts'
import { Id } from '../registry/registry.ts'
import { Revolution } from '../telemetry/measurand.ts'
import { plainText } from '../text/plainText.ts'
import { told } from '../text/told.ts'
import * as z from '../zod.ts'
import { Contact, sent } from './report.ts'

const Words = z.strictObject({
	zh: z.string().check(z.minLength(1), z.maxLength(200)),
	en: z.string().check(z.minLength(1), z.maxLength(300)),
})

/** 点单: something that residents may order. */
export const Service = z.strictObject({
	id: z.string().check(
		z.regex(
			/^[a-z][a-z0-9-]{0,39}$/,
			told({
				zh: '小写字母开头的名称，如 ammonia-high',
				en: 'a name such as ammonia-high: small letters, digits and "-"',
			}),
		),
	),
	name: Words,
	/** What whoever orders should have ready or say. */
	needs: Words,
	revolution: z.optional(Revolution),
	/** How soon it is to be done, by the service levels; whose matter it is follows from the triage rules. */
	severity: z.enum(['critical', 'major', 'minor']),
})
export type Service = z.infer<typeof Service>

export const Services = z.strictObject({ offered: z.array(Service).check(z.maxLength(50)), source: Source }).check(
	z.refine(({ offered }) => new Set(offered.map(({ id }) => id)).size === offered.length, {
		...told({ zh: '服务的 id 不能重复', en: 'every service an id of its own' }),
		path: ['offered'],
	}),
)
export type Services = z.infer<typeof Services>

/** Where a profile says nothing of it. */
export const usualServices: Services = {
	offered: [
		{
			id: 'septic-emptying',
			name: { zh: '化粪池清掏', en: 'septic tank emptying' },
			needs: { zh: '说明化粪池位置，车辆能否到达', en: 'where the tank is, and whether a lorry can get there' },
			revolution: 'toilet',
			severity: 'minor',
		},
		{
			id: 'bulky-waste',
			name: { zh: '大件垃圾上门收运', en: 'bulky waste pickup' },
			needs: { zh: '说明物品和件数，搬到院门口', en: 'what and how many; please put it by the courtyard gate' },
			revolution: 'waste',
			severity: 'minor',
		},
		{
			id: 'helping-hand',
			name: { zh: '困难户代办', en: 'help for those who cannot do it themselves' },
			needs: { zh: '说明需要帮什么忙，什么时间方便', en: 'what help is needed, and when it suits' },
			severity: 'major',
		},
	],
	source: 'own choice; to be corrected by the township',
}

/** The body of `POST /api/public/orders` and of `POST /api/orders`. Whoever comes must find somebody: a contact is needed. */
export const NewOrder = z.strictObject({
	...sent,
	courtyard: Id,
	service: z.string().check(z.minLength(1), z.maxLength(40)),
	/** What there is to say besides; the name of the service where nothing is said. */
	what: z.optional(plainText(500)),
	place: z.optional(plainText(120)),
	contact: Contact,
})
export type NewOrder = z.infer<typeof NewOrder>

/** `GET /api/public/services`. */
export const ServicesView = z.object({ services: z.array(Service) })
export type ServicesView = z.infer<typeof ServicesView>
