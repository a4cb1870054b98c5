import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { plain, plainText } from '../../../shared/contract/text/plainText.ts'

test.each([
	['<script>alert(1)</script>垃圾', '＜script＞alert(1)＜/script＞垃圾'],
	['<img src=x onerror=alert(1)>', '＜img src=x onerror=alert(1)＞'],
	['a&lt;b', 'a＆lt;b'],
	['看 https://evil.example/x?y=1 这里', '看 〔网址略〕 这里'],
	['HTTP://EVIL.EXAMPLE', '〔网址略〕'],
	['看www.evil.example/x抢红包', '看〔网址略〕抢红包'],
	['evil.com 加我', '〔网址略〕 加我'],
	['[点这里](javascript:alert(1))', '[点这里](〔网址略〕alert(1))'],
	['java\u200bscript:x', '〔网址略〕x'],
	['ht\u0000tps://evil.example', '〔网址略〕'],
	['ｈttps', 'ｈttps'],
	['写信 someone@mail.example 谢谢', '写信 〔网址略〕 谢谢'],
	['\u202e反了\u202c', '反了'],
	['一行\r\n二行\u2028三行', '一行 二行 三行'],
	['`rm -rf`', '＇rm -rf＇'],
] as const)('nothing of %j can be clicked or run', (text, expected) => {
	expect(plain(text)).toBe(expected)
})

test.each([
	['电话13812345678找我', '电话〔号码略〕找我'],
	['138-1234-5678', '〔号码略〕'],
	['+86 138 1234 5678', '〔号码略〕'],
	['１３８１２３４５６７８', '〔号码略〕'],
	['028-87654321', '〔号码略〕'],
	['身份证51010419800101123X', '身份证〔号码略〕'],
] as const)('the number in %j is told to nobody', (text, expected) => {
	expect(plain(text)).toBe(expected)
})

test.each(['3号公厕 2026-11-23 早上 7.30 水位1.5m', '池子满了90%,门牌 128 号', '2 < 没有'])(
	'ordinary words stay: %s',
	(text) => {
		expect(plain(text)).toBe(text.replace('<', '＜'))
	},
)

test('whatever comes, nothing survives that a machine could take for markup, a link or a control; twice is as once', () => {
	const part = fc.constantFrom(
		'<',
		'https',
		'://',
		'www.',
		'.com',
		'java',
		'script:',
		'\u200b',
		'\n',
		'@',
		'138',
		'12345678',
		'`',
		'垃圾',
		'a',
	)
	const text = fc.oneof(
		fc.string({ unit: 'binary' }),
		fc.array(part).map((parts) => parts.join('')),
	)
	fc.assert(
		fc.property(text, (dirty) => {
			const clean = plain(dirty)
			expect(clean).not.toMatch(/[<>&`]|:\/\/|(?<![a-z0-9])javascript:|\d{9}/i)
			expect(clean).not.toMatch(/[\p{Cc}\p{Cf}]/u)
			expect(clean).toBe(clean.trim())
			expect(plain(clean)).toBe(clean)
		}),
	)
})

test('what is too long, or says nothing once it is cleaned, is refused', () => {
	expect(plainText(5).safeParse('一二三四五六').success).toBe(false)
	expect(plainText(5).safeParse(' \u200b ').success).toBe(false)
	expect(plainText(5).parse(' 满了 ')).toBe('满了')
})
