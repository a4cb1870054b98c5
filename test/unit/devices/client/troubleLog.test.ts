import { expect, test } from 'vitest'
import { troubleLog } from '../../../../devices/client/troubleLog.ts'

test('the same trouble of many devices is one line', () => {
	const lines: string[] = []
	const log = troubleLog((line) => lines.push(line))
	for (const id of ['a', 'b', 'b', 'c']) log.add(id, 'connection lost')
	log.add('a', 'certificate expired')
	expect(lines).toEqual([])
	log.flush()
	log.flush()
	expect(lines).toEqual(['3 devices: connection lost', 'a: certificate expired'])
})
