package org.homeline.signing;

/** There is no shared key of that name. */
public final class UnknownKeyException extends NetworkKeyException {
    UnknownKeyException(String name) {
        super("there is no key '" + name + "': import it with ./homeline key import " + name
                + ", or have it come by key exchange");
    }
}
