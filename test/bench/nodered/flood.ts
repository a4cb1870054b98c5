import { connectAsync, type MqttClient } from 'mqtt'

export type Publish = (device: string, payload: string) => Promise<void>

/** One plain client for each device, as the clients of the edition are, but without TLS. */
export async function plainClients(
	port: number,
	devices: readonly string[],
): Promise<{ publish: Publish; end(): Promise<void> }> {
	const clients = new Map<string, MqttClient>()
	for (const device of devices) {
		clients.set(device, await connectAsync(`mqtt://127.0.0.1:${port}`, { clientId: device }))
	}
	return {
		publish: async (device, payload) => {
			await clients.get(device)?.publishAsync(`dt/sanitation/${device}/json`, payload, { qos: 1 })
		},
		end: async () => {
			await Promise.all([...clients.values()].map((client) => client.endAsync()))
		},
	}
}
