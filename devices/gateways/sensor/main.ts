import { troubleLog } from '../../client/troubleLog.ts'
import { runWithConfig } from '../runWithConfig.ts'
import { readSensorConfig } from './config.ts'
import { startSensor } from './start.ts'

const usage = `传感器网关：定时运行读数程序，读数先存盘、再上报；断网不丢，恢复后补报；证书可自己领取。
A gateway for a sensor on a Linux box: runs a program that reads it, keeps the readings on the disk, and sends them.

  npm run gateway:sensor -- --config <file>

The file is described in docs/devices.md. Ends on Ctrl-C or SIGTERM with code 0; with code 1 where it cannot start, 2 on
wrong usage.`

const run = async (file: string): Promise<void> => {
	const config = await readSensorConfig(file)
	const stopping = new AbortController()
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => stopping.abort())
	const end = stopping.signal
	const log = troubleLog((line) => console.error(line))
	const who = config.device?.thing ?? config.claim?.serial ?? ''
	const started = await startSensor(config, (what) => log.add(who, what), end).catch((cause: unknown) => {
		if (end.aborted) process.exit(0)
		throw cause
	})
	const { thing, device } = started
	console.log(`${thing} 已启动，每 ${device.config.interval} 秒读一次，待上报 ${device.waiting} 条`)
	console.log(`${thing} reads every ${device.config.interval} s; ${device.waiting} messages wait to be sent.`)
	if (!end.aborted) await new Promise((resolve) => end.addEventListener('abort', resolve, { once: true }))
	await device.stop()
	log.flush()
	process.exit(0)
}

await runWithConfig(usage, run)
