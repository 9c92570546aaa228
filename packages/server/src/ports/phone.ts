/** The way in for a phone on the same network: shut, or open for one phone until it is shut again. */
export type PhoneDoorState =
  | { open: false }
  | {
      open: true;
      /** What the code on the screen says; it holds the token and works once. */
      url: string;
      /** SHA-256 of the certificate, as a phone's warning shows it. */
      fingerprint: string;
      /** The script that its takes belong to. */
      scriptId: string | null;
      /** Whether a phone has come in. */
      paired: boolean;
      /** Takes that it sent, oldest first. */
      takeIds: string[];
    };

/** Opens this machine to one phone, which can send takes and nothing else. Shut unless the person opens it. */
export interface PhoneDoor {
  state(): PhoneDoorState;
  /** Opens it anew, for another phone. Throws `no-network` where no phone could reach this machine. */
  open(scriptId: string | null): Promise<PhoneDoorState>;
  /** Nothing listens afterwards. */
  close(): Promise<void>;
}
