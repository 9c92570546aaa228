import { type SyntheticEvent, useEffect, useState } from 'react';
import { SIGNED_OUT, signIn } from '../../desk/http/client.ts';
import { Refusal, sentenceOf } from '../../desk/http/problem.ts';
import { Press } from '../Press.tsx';

const NOT_GOOD =
  'This token is not good here: it may be mistyped, have expired or been revoked. Whoever runs this server gives you another.';

/** Asks for the person's token where the server wants one; nothing where it does not. */
export function SignIn() {
  const [wanted, setWanted] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  useEffect(() => {
    const ask = () => setWanted(true);
    window.addEventListener(SIGNED_OUT, ask);
    return () => window.removeEventListener(SIGNED_OUT, ask);
  }, []);
  if (!wanted) return null;
  const submit = (event: SyntheticEvent<HTMLFormElement>) => {
    event.preventDefault();
    const token = String(new FormData(event.currentTarget).get('token') ?? '').trim();
    // Every room asks anew, as the person who came in.
    signIn(token).then(
      () => window.location.reload(),
      (error: unknown) => setFailure(error instanceof Refusal && error.code === 'no-token' ? NOT_GOOD : sentenceOf(error)),
    );
  };
  return (
    <form className="sign-in" aria-label="Come in" onSubmit={submit}>
      <label>
        Your token, from whoever runs this server <input name="token" type="password" autoComplete="off" required />
      </label>
      <Press type="submit" weight="main">
        Come in
      </Press>
      {failure && <p role="alert">{failure}</p>}
    </form>
  );
}
