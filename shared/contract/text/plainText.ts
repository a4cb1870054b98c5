import * as z from '../zod.ts'
import { told } from './told.ts'

/** With a scheme, or a host alone, which chats turn into a link by themselves. Chinese words may follow without a space. */
const LINK = /[a-z0-9+.-]*:\/\/[!-~]*|\bwww\.[!-~]*|\b(?:[a-z0-9-]+\.)+[a-z]{2,}\b(?:[:/?#][!-~]*)?/gi
/** What turns the words after it into something to be clicked, without a host. */
const SCHEME = /(?<![a-z0-9])(?:javascript|vbscript|data|file|mailto|tel|sms|weixin):/gi
const ADDRESS = /[^\s@,，。;；]+@[^\s@,，。;；]+/g
/** A mobile or landline number, an identity card, any other long number: whose it is must not be told to everybody. */
const NUMBER =
	/(?<!\d)(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?!\d)|(?<!\d)0\d{2,3}[ -]?\d{7,8}(?!\d)|(?<!\d)\d{9,}[Xx]?/g

const NO_LINK = '〔网址略〕'
const NO_NUMBER = '〔号码略〕'

/**
 * Text of somebody we do not know, as it may be kept and shown anywhere: on the wall, in a chat, on a loudspeaker. It is
 * one line of plain words: nothing in it is markup, a link, an address, a control or invisible character, or a number by
 * which somebody can be reached. Cleaning it again changes nothing.
 */
export function plain(text: string): string {
	let before = text
	for (;;) {
		const cleaned = once(before)
		// What was taken out may have kept apart what together is a link.
		if (cleaned === before) return cleaned
		before = cleaned
	}
}

const once = (text: string): string =>
	text
		.normalize('NFC')
		.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
		// Line ends are spaces; control, direction-changing and invisible characters, halves of pairs are nothing.
		.replace(/[\s\p{Zl}\p{Zp}]+/gu, ' ')
		.replace(/[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}]/gu, '')
		.replace(ADDRESS, NO_LINK)
		.replace(LINK, NO_LINK)
		.replace(SCHEME, NO_LINK)
		.replace(NUMBER, NO_NUMBER)
		.replace(/[<>&`]/g, (sign) => WIDE[sign] ?? '')
		.trim()

/** Signs of markup, as Chinese is set: they look the same and mean nothing to a machine. */
const WIDE: Readonly<Record<string, string>> = { '<': '＜', '>': '＞', '&': '＆', '`': '＇' }

/** Plain text of 1 to `most` characters as it was sent; what is left after cleaning must say something. */
export const plainText = (most: number) =>
	z
		.pipe(
			z.string().check(z.maxLength(most, told({ zh: `最多 ${most} 个字`, en: `at most ${most} characters` }))),
			z.transform(plain),
		)
		.check(z.refine((text) => text !== '', told({ zh: '请用文字写明', en: 'say it in words' })))
