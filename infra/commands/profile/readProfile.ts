import { readFile } from 'node:fs/promises'
import type { ProfileFault } from '../../../shared/contract/profile/profileFault.ts'
import {
	type CheckedProfile,
	checkProfile,
	type ProfileKind,
} from '../../../shared/domain/profile/check/checkProfile.ts'
import { StartError } from '../../local/startError.ts'
import { type Position, readJson } from './positions.ts'

export type PlacedFault = ProfileFault & Position
export type ReadProfile = Extract<CheckedProfile, { profile: object }> | { profile?: undefined; faults: PlacedFault[] }

/**
 * A profile from a file, or everything that is wrong with it, by place.
 * @param kind by default told from the content
 * @throws StartError when there is no such file
 */
export async function readProfile(file: string, kind?: ProfileKind): Promise<ReadProfile> {
	let text: string
	try {
		// A byte order mark, as some editors write it, is taken off.
		text = new TextDecoder('utf-8', { fatal: true }).decode(await bytesOf(file))
	} catch (error) {
		if (!(error instanceof TypeError)) throw error
		return {
			faults: [whole({ line: 1, column: 1 }, 'UTF-8 编码的文本', 'text in UTF-8', '其他编码', 'another encoding')],
		}
	}
	const read = readJson(text)
	if ('error' in read) {
		const { line, column } = read.error
		const got = (text.split('\n')[line - 1] ?? '').slice(Math.max(0, column - 11), column + 20).trim() || '""'
		return { faults: [whole(read.error, '合法的 JSON', 'valid JSON', got, got)] }
	}
	const checked = checkProfile(read.value, kind)
	const repeated = read.repeated.map((path) => ({
		path,
		expected: { zh: '每个名称只出现一次', en: 'every name once only' },
		got: { zh: '重复', en: 'a repetition' },
	}))
	if (checked.profile && repeated.length === 0) return checked
	const faults = [...checked.faults, ...repeated].map((fault) => ({ ...fault, ...read.positionOf(fault.path) }))
	return { faults: faults.sort((a, b) => a.line - b.line || a.column - b.column) }
}

const whole = (at: Position, zh: string, en: string, gotZh: string, gotEn: string): PlacedFault => ({
	...at,
	path: [],
	expected: { zh, en },
	got: { zh: gotZh, en: gotEn },
})

async function bytesOf(file: string): Promise<Uint8Array> {
	try {
		return await readFile(file)
	} catch (error) {
		const code = error instanceof Error && 'code' in error ? String(error.code) : ''
		if (code !== 'ENOENT' && code !== 'EISDIR' && code !== 'EACCES') throw error
		throw new StartError({
			message: `无法读取文件 ${file}。Cannot read ${file} (${code}).`,
			remedy: '请检查路径。Check the path; it is seen from the folder where the command was started.',
		})
	}
}
