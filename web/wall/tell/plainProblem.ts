import type { Problem } from '../../../shared/contract/http/problem.ts'
import { phoneNumber } from '../../../shared/contract/people/phoneNumber.ts'
import { ownProblem } from '../../forms/notTaken.ts'
import type { Spoken } from '../../i18n/language.ts'
import { words } from '../../i18n/language.ts'

export const problemWords = words({
	tooMany: {
		zh: (minutes: number) => `这里提交得太多了，请 ${minutes} 分钟后再试。您填的内容都还在。`,
		en: (minutes: number) => `Too much was sent from here. Please try again in ${minutes} min; what you typed is kept.`,
	},
	tooLarge: { zh: '内容太长了，请写短一些。', en: 'This is too long; please shorten it.' },
	photo: {
		zh: '照片没有收到，请重新拍一张，或不带照片提交。',
		en: 'The photo did not arrive. Take another one, or send the report without it.',
	},
	failed: {
		zh: '没有提交成功，请过一会儿再试。您填的内容都还在。',
		en: 'This was not sent. Please try again in a moment; what you typed is kept.',
	},
	what: { zh: '请用 1 到 500 个字说一说情况。', en: 'Please describe it in 1 to 500 characters.' },
	place: { zh: '位置最多写 120 个字。', en: 'At most 120 characters for the place.' },
	courtyard: { zh: '请选择院落。', en: 'Please choose a courtyard.' },
	service: { zh: '请选择服务。', en: 'Please choose a service.' },
	phone: { zh: '电话是 5 到 20 位数字。', en: 'A telephone number has 5 to 20 digits.' },
	name: { zh: '姓名最多 40 个字。', en: 'At most 40 characters for the name.' },
	household: { zh: '门牌最多 40 个字。', en: 'At most 40 characters for the house.' },
	contact: {
		zh: '请留下电话或门牌，服务的人才能找到您。',
		en: 'Please leave a telephone number or your house, so that somebody can find you.',
	},
})

type Words = Spoken<typeof problemWords>
const fields = ['what', 'place', 'courtyard', 'service', 'phone', 'name', 'household'] as const

/** What the server refused, in words for people without an account: which field, how long to wait, what to do. */
export const plainProblem = (problem: Problem, t: Words): Problem => {
	const { status, retryAfter, errors = [], type } = problem
	const whole = (text: string): Problem => ownProblem(text, [], { type, status })
	if (status === 429) return whole(t.tooMany(Math.max(1, Math.ceil((retryAfter ?? 60) / 60))))
	if (status === 413) return whole(t.tooLarge)
	if (type.endsWith('/photo-refused')) return whole(t.photo)
	const known = errors.flatMap(({ field }) => {
		const name = fields.find((one) => one === field.replace(/^contact\./, ''))
		return name === undefined ? [] : [{ field: name, message: t[name] }]
	})
	if (known.length > 0) return ownProblem(t.failed, known, { type, status })
	return whole(errors.some(({ field }) => field === 'contact') ? t.contact : t.failed)
}

/** What of a form cannot be taken, before it is sent; the server looks again. */
export const faultsOf = (
	values: Readonly<Record<(typeof fields)[number] & string, string>> | Readonly<Record<string, string>>,
	needs: { readonly what: boolean; readonly service: boolean; readonly contact: boolean },
	t: Words,
): Problem | undefined => {
	const value = (name: string): string => (values as Readonly<Record<string, string>>)[name]?.trim() ?? ''
	const wrong: Record<(typeof fields)[number], boolean> = {
		courtyard: value('courtyard') === '',
		service: needs.service && value('service') === '',
		what: (needs.what && value('what') === '') || value('what').length > 500,
		place: value('place').length > 120,
		phone: value('phone') !== '' && !phoneNumber.test(value('phone')),
		name: value('name').length > 40,
		household: value('household').length > 40,
	}
	const errors = fields.filter((name) => wrong[name]).map((name) => ({ field: name, message: t[name] }))
	if (needs.contact && value('phone') === '' && value('household') === '' && !wrong.phone)
		errors.push({ field: 'phone', message: t.contact })
	return errors.length === 0 ? undefined : ownProblem('', errors)
}
