import { join } from 'node:path'
import { type LogFile, openLogFile } from '../lambda/logFile.ts'

/** Log files of the edition and of each function, opened when the first line comes. */
export interface Logs {
	readonly folder: string
	edition(line: string): void
	function(name: string, line: string): void
	close(): void
}

export const openLogs = (dataFolder: string): Logs => {
	const folder = join(dataFolder, 'logs')
	const files = new Map<string, LogFile>()
	const write = (name: string, line: string): void => {
		const file = files.get(name) ?? openLogFile(join(folder, `${name}.log`))
		files.set(name, file)
		file.line(line)
	}
	return {
		folder,
		edition: (line) => write('edition', line),
		function: (name, line) => write(name, line),
		close: () => {
			for (const file of files.values()) file.close()
		},
	}
}
