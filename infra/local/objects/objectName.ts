import { S3Error } from './s3Error.ts'

const PART = /^[A-Za-z0-9_][A-Za-z0-9._=-]{0,249}$/

/**
 * The parts of an object's key as names of folders and of a file. Keys here are made of letters, digits and a few marks:
 * no part can be empty, `..`, hidden or anything else that leads out of the folder.
 * @throws S3Error for any other key
 */
export const objectName = (key: string): readonly string[] => {
	const parts = key.split('/')
	if (parts.length < 2 || key.length > 500 || !parts.every((part) => PART.test(part)))
		throw new S3Error(
			'InvalidRequest',
			'The local object store takes keys of letters, digits, ".", "_", "-" and "=" only.',
		)
	return parts
}
