import { Presets, SingleBar } from 'cli-progress'

export type Progress = { update(done: number, note: string): void; stop(): void }

/** A bar on a terminal; elsewhere (a log, a pipe) a plain line every tenth of the way. */
export const progressOf = (title: string, total: number, stream: NodeJS.WriteStream): Progress => {
	if (!stream.isTTY) {
		let told = -1
		return {
			update(done, note) {
				const tenth = Math.floor((done / total) * 10)
				if (tenth === told) return
				told = tenth
				stream.write(`${title} ${tenth * 10} % ${note}\n`)
			},
			stop() {},
		}
	}
	const bar = new SingleBar(
		{ format: `${title} {bar} {percentage} % | {note} | {eta_formatted} left`, stream, hideCursor: true },
		Presets.shades_classic,
	)
	bar.start(total, 0, { note: '' })
	return { update: (done, note) => bar.update(done, { note }), stop: () => bar.stop() }
}
