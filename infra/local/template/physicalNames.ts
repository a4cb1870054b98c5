/**
 * Names for resources the stack left unnamed: `<stack>-<logical id>`, without the hash the CDK appends where the rest
 * tells them apart, so that people can read and type them. The same template gives the same names at every start.
 */
export const physicalNames = (stackName: string, logicalIds: readonly string[]): ReadonlyMap<string, string> => {
	const timesUsed = new Map<string, number>()
	for (const id of logicalIds) timesUsed.set(withoutHash(id), (timesUsed.get(withoutHash(id)) ?? 0) + 1)
	return new Map(
		logicalIds.map((id) => {
			const short = withoutHash(id)
			return [id, `${stackName}-${timesUsed.get(short) === 1 ? short : id}`]
		}),
	)
}

const withoutHash = (logicalId: string): string => logicalId.replace(/(?<=.)[0-9A-F]{8}$/, '')
