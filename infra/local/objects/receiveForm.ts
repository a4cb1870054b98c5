import type { IncomingMessage } from 'node:http'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Busboy, type BusboyInstance } from '@fastify/busboy'
import type { Arrived, ObjectFacts, ObjectFolder } from './objectFolder.ts'
import { checkPolicy, type Upload } from './postPolicy.ts'
import { S3Error } from './s3Error.ts'

/** Far more than a form of ours has, and too little to fill anything with. */
const limits = { fields: 40, fieldSize: 20_000, fieldNameSize: 200, files: 1, parts: 41, headerPairs: 20 }

/**
 * Takes what a browser posts: fields with a signed policy, and after them the file. Nothing is written before the policy
 * has been checked, and no more than it allows.
 * @throws S3Error
 */
export const receiveForm = async (
	request: IncomingMessage,
	bucket: string,
	folder: ObjectFolder,
	now: number,
): Promise<ObjectFacts & { key: string }> => {
	const fields = new Map<string, string>()
	const form = openForm(request)
	let file: Readable | undefined
	let taken: Promise<{ upload: Upload; arrived: Arrived }> | undefined
	form.on('field', (name, value) => fields.set(name.toLowerCase(), value))
	form.on('file', (_name, stream) => {
		file = stream
		taken = take(fields.set('bucket', bucket), stream, folder, now)
		// What is not wanted is read and dropped, so that the browser comes to hear why.
		taken.catch(() => stream.resume())
	})
	try {
		await pipeline(request, form)
	} catch {
		file?.destroy(new Error('the form broke off'))
		await taken?.then(({ arrived }) => folder.discard(arrived)).catch(() => undefined)
		throw new S3Error('IncompleteBody', 'The form broke off.')
	}
	if (!taken) throw new S3Error('MalformedPOSTRequest', 'The form has no field "file" after the others.')
	const { upload, arrived } = await taken
	if (arrived.size >= upload.least) return { ...(await folder.put(upload.key, arrived, upload.type)), key: upload.key }
	await folder.discard(arrived)
	throw new S3Error('EntityTooSmall', `The file should have at least ${upload.least} bytes.`)
}

const openForm = ({ headers }: IncomingMessage): BusboyInstance => {
	try {
		return new Busboy({
			headers: { ...headers, 'content-type': headers['content-type'] ?? '' },
			limits,
			isPartAFile: (name) => name === 'file',
		})
	} catch {
		throw new S3Error('MalformedPOSTRequest', 'The body should be multipart/form-data.')
	}
}

const take = async (fields: ReadonlyMap<string, string>, file: Readable, folder: ObjectFolder, now: number) => {
	const upload = checkPolicy(fields, now)
	return { upload, arrived: await folder.receive(upload.key, within(file, upload.most)) }
}

async function* within(file: Readable, most: number): AsyncGenerator<Buffer> {
	let size = 0
	for await (const chunk of file.iterator({ destroyOnReturn: false })) {
		size += chunk.length
		if (size > most) throw new S3Error('EntityTooLarge', `The file should have at most ${most} bytes.`)
		yield chunk
	}
}
