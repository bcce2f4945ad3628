package org.homeline.iso8583;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import org.jpos.iso.ISOException;

/** Why a connection ended or none was made, in an operator's words: jPOS speaks of its classes. */
final class Trouble {
    private Trouble() {}

    static String with(Exception failure, String address) {
        // jPOS wraps what happened when it connects, and keeps its name alone.
        var said = String.valueOf(failure.getMessage());
        return switch (failure) {
            case ConnectException _ -> "refused by " + address;
            case NoRouteToHostException _ -> "no way to " + address;
            case UnknownHostException _ -> "nobody knows where " + address + " is";
            case SocketTimeoutException _ -> "no answer from " + address;
            case EOFException _ -> "closed by the other side";
            case SocketException _ -> "the connection broke";
            case ISOException _ -> "what should be a length is none: is the framing the partner's?";
            case IOException _ when said.contains("ConnectException") -> "refused by " + address;
            case IOException _ when said.contains("UnknownHostException") -> "nobody knows where " + address + " is";
            case IOException _ when said.contains("SocketTimeoutException") -> "no answer from " + address;
            case IOException _ when said.contains("length") -> said;
            default -> "the connection broke";
        };
    }
}
