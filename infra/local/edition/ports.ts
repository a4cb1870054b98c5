import { createServer } from 'node:net'
import { listen } from '../iot/tlsListener.ts'

/** Where the edition listens, all on 127.0.0.1. */
export interface Ports {
	readonly http: number
	readonly mqtt: number
	readonly dynamodb: number
	readonly sqs: number
	readonly iotData: number
	readonly s3: number
}

/** As asked for on the command line; 0 is any free port. What is not given follows the HTTP port. */
export type WantedPorts = Pick<Ports, 'http' | 'mqtt'> & Partial<Ports>

/**
 * Settles every port before anything starts: addresses go into the functions' environment, and a taken port is told
 * before there is something to undo. Throws a StartError that names the option for another one.
 */
export const settlePorts = async (wanted: WantedPorts): Promise<Ports> => {
	const after = (offset: number): number => (wanted.http === 0 ? 0 : wanted.http + offset)
	const http = await freePort(wanted.http, '--port')
	const mqtt = await freePort(wanted.mqtt, '--mqtt-port')
	const dynamodb = await freePort(wanted.dynamodb ?? after(1), '--dynamodb-port')
	const sqs = await freePort(wanted.sqs ?? after(2), '--sqs-port')
	const iotData = await freePort(wanted.iotData ?? after(3), '--iot-data-port')
	const s3 = await freePort(wanted.s3 ?? after(4), '--s3-port')
	return { http, mqtt, dynamodb, sqs, iotData, s3 }
}

const freePort = async (port: number, option: string): Promise<number> => {
	const server = createServer()
	const found = await listen(server, port, '127.0.0.1', option)
	await new Promise((resolve) => server.close(resolve))
	return found
}
