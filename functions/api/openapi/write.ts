import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { fileURLToPath } from 'node:url'
import * as z from '../../../shared/contract/zod.ts'
import { documentOf } from './document.ts'
import { namedSchemas } from './namedSchemas.ts'

const root = fileURLToPath(new URL('../../../', import.meta.url))

/** Prints the document of the API, or writes it to the file that is named. */
const { version } = z.object({ version: z.string() }).parse(JSON.parse(readFileSync(`${root}package.json`, 'utf8')))
const document = await documentOf(await namedSchemas(`${root}shared/contract`), version)
const [file] = process.argv.slice(2)
if (file === undefined) console.log(JSON.stringify(document, null, 2))
else {
	mkdirSync(dirname(file), { recursive: true })
	writeFileSync(file, JSON.stringify(document))
}
