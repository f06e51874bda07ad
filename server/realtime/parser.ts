// Socket.IO's own wire format. What asks for an answer carries its number as a value, so that the answer is written here
// and not by a function that Socket.IO makes for each event.
import { Decoder, Encoder, type Packet, PacketType } from 'socket.io-parser';

/** Stands behind the payloads of an event that wants an answer; nothing that is sent can be taken for one. */
export class Asked {
  readonly number: number;

  constructor(number: number) {
    this.number = number;
  }
}

function numbered(packet: { -readonly [K in keyof Packet]: Packet[K] | undefined }): void {
  if (packet.type !== PacketType.EVENT || packet.id === undefined) return;
  packet.data.push(new Asked(packet.id));
  // Deleting it would make every packet a slow object.
  packet.id = undefined;
}

class AskedDecoder extends Decoder {
  constructor() {
    super();
    // Before Socket.IO listens, which finds no number left.
    this.on('decoded', numbered);
  }
}

export const parser = { Encoder, Decoder: AskedDecoder };
