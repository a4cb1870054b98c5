import { troubleLog } from '../../client/troubleLog.ts'
import { runWithConfig } from '../runWithConfig.ts'
import { readConfig } from './config.ts'
import { startGateway } from './gateway.ts'

const usage = `污水站网关：接收 HJ/T 212-2005、HJ 212-2017、HJ 212-2025 数据，先存盘、再应答、后转发。
A gateway for sewage stations that speak HJ/T 212-2005, HJ 212-2017 or HJ 212-2025: keeps, acknowledges, passes on.

  npm run gateway:hj212 -- --config <file>

The file is described in docs/devices.md. Ends on Ctrl-C or SIGTERM with code 0; with code 1 where it cannot start, 2 on
wrong usage.`

async function run(file: string): Promise<void> {
	const log = troubleLog((line) => console.error(line))
	const gateway = await startGateway(await readConfig(file), (who, what) => log.add(who, what))
	console.log(`污水站网关已启动，端口 ${gateway.port}，待转发 ${gateway.waiting} 条`)
	console.log(`The gateway listens on port ${gateway.port}; ${gateway.waiting} messages wait to be passed on.`)
	let ending = false
	const end = async (): Promise<void> => {
		if (ending) return
		ending = true
		await gateway.stop()
		log.flush()
		process.exit(0)
	}
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.on(signal, () => void end())
}

await runWithConfig(usage, run)
