import type { Broker, EnrolledDevice } from '../../../../../shared/contract/registry/certificates.ts'
import { mosquittoCommand, topicOf } from '../../../../../shared/contract/registry/mosquittoCommand.ts'

const files = { ca: 'ca.pem', cert: 'certificate.pem', key: 'key.pem' }

/** What lies beside the key and the certificate of a device, for whoever installs them. */
export const readmeText = (device: EnrolledDevice, certificate: string, broker: Broker): string => {
	const { id, kind } = device
	const [does, doesEn] =
		kind === 'display' ? ['接收通知的主题', 'It listens to'] : ['发送数据的主题', 'It publishes to']
	return `绿色院落 · 设备 ${id} 的证书
Green Courtyard: certificate of the device ${id}

key.pem          私钥：等于设备的身份，只在这里，不要发给别人，装好后删掉
                 The private key. It is the device's identity and is nowhere else: show it to nobody, delete it here
                 once it is installed.
certificate.pem  证书 The certificate
                 ${certificate}
ca.pem           用来确认服务器 What the device knows the server by

地址 Server      ${broker.host}:${broker.port}  (MQTT, TLS)
客户端 Client id ${id}
${does} ${doesEn}
                 ${topicOf(device)}

试一试：装好 mosquitto-clients，在这个文件夹里运行
To try it, with mosquitto-clients, in this folder:

${mosquittoCommand(device, broker, files)}

私钥丢了或被别人看到：请管理员吊销这份证书，再生成一份。
If the key is lost, or somebody saw it: have an administrator revoke this certificate and make another.
`
}
