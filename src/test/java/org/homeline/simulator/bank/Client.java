package org.homeline.simulator.bank;

import java.io.IOException;
import java.time.Duration;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.jpos.iso.BaseChannel;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOPackager;
import org.jpos.iso.ISOUtil;
import org.jpos.iso.channel.ASCIIChannel;
import org.jpos.iso.channel.NACChannel;
import org.jpos.iso.packager.ISO87APackager;
import org.jpos.iso.packager.ISO87BPackager;

/** Somebody who settles with the bank, on jPOS's own channels; whatever does not come in time is an error. */
final class Client implements AutoCloseable {
    static final String TIME = "0302140000";
    static final String DAY = "0302";
    static final String ACQUIRER = "40400000001";

    private static final Duration ANSWER_WITHIN = Duration.ofSeconds(10);

    private final Wire wire;
    private final BaseChannel channel;

    private Client(Wire wire, BaseChannel channel) {
        this.wire = wire;
        this.channel = channel;
    }

    static Client connect(Wire wire, BankSimulator bank) throws IOException {
        var channel = switch (wire) {
            case ASCII -> new NACChannel("127.0.0.1", bank.port(), packager(wire), null);
            case BINARY -> new ASCIIChannel("127.0.0.1", bank.port(), packager(wire));
        };
        if (wire == Wire.BINARY) {
            channel.setHeader(ISOUtil.hex2byte("6000010002"));
        }
        channel.setTimeout((int) ANSWER_WITHIN.toMillis());
        channel.connect();
        return new Client(wire, channel);
    }

    static Client signedOn(Wire wire, BankSimulator bank) throws IOException, ISOException {
        var client = connect(wire, bank);
        client.ask(network("001"));
        return client;
    }

    private static ISOPackager packager(Wire wire) {
        return switch (wire) {
            case ASCII -> new ISO87APackager();
            case BINARY -> new ISO87BPackager();
        };
    }

    void send(ISOMsg message) throws IOException, ISOException {
        channel.send((ISOMsg) message.clone());
    }

    void send(byte[] bytes) throws IOException, ISOException {
        channel.send(bytes);
    }

    ISOMsg receive() throws IOException, ISOException {
        return channel.receive();
    }

    ISOMsg ask(ISOMsg message) throws IOException, ISOException {
        send(message);
        return receive();
    }

    /** The code of the answer. */
    String code(ISOMsg message) throws IOException, ISOException {
        return ask(message).getString(39);
    }

    /** Where the bytes are looked at as they come. */
    byte[] read(int bytes) throws IOException {
        return channel.getSocket().getInputStream().readNBytes(bytes);
    }

    /** Puts a code at the end. */
    ISOMsg sealed(ISOMsg message, UnaryOperator<byte[]> code) throws ISOException {
        var sealed = (ISOMsg) message.clone();
        sealed.setPackager(packager(wire));
        int place = sealed.getMaxField() > 64 ? 128 : 64;
        sealed.set(place, new byte[8]);
        sealed.set(place, Arrays.copyOf(code.apply(covered(sealed)), 8));
        return sealed;
    }

    /** What a code at the end covers. */
    byte[] covered(ISOMsg message) throws ISOException {
        var copy = (ISOMsg) message.clone();
        copy.setPackager(packager(wire));
        var packed = copy.pack();
        return Arrays.copyOf(packed, packed.length - (wire == Wire.ASCII ? 16 : 8));
    }

    @Override
    public void close() throws IOException {
        channel.disconnect();
    }

    static ISOMsg network(String code) throws ISOException {
        var message = new ISOMsg("0800");
        message.set(7, TIME);
        message.set(11, "000001");
        message.set(70, code);
        return message;
    }

    static ISOMsg debit(String stan, String account, long minor) throws ISOException {
        var message = instruction(stan, "100000", minor);
        message.set(102, account);
        return message;
    }

    static ISOMsg credit(String stan, String account, long minor) throws ISOException {
        var message = instruction(stan, "260000", minor);
        message.set(103, account);
        return message;
    }

    private static ISOMsg instruction(String stan, String processing, long minor) throws ISOException {
        var message = new ISOMsg("0200");
        message.set(3, processing);
        message.set(4, "%012d".formatted(minor));
        message.set(7, TIME);
        message.set(11, stan);
        message.set(12, "170000");
        message.set(13, DAY);
        message.set(15, DAY);
        message.set(18, "6012");
        message.set(32, ACQUIRER);
        message.set(37, "606114" + stan);
        message.set(41, "HOMELINE");
        message.set(42, "HOMELINE       ");
        message.set(49, "404");
        message.set(104, "HOMELINE " + stan);
        return message;
    }

    /** The same as another type of message, as a repeat or an advice. */
    static ISOMsg as(String type, ISOMsg message) throws ISOException {
        var other = (ISOMsg) message.clone();
        other.setMTI(type);
        return other;
    }

    static ISOMsg reversal(ISOMsg original) throws ISOException {
        var reversal = as("0420", original);
        reversal.set(7, "0302140130");
        reversal.set(
                90, original.getMTI() + original.getString(11) + original.getString(7) + ACQUIRER + "0".repeat(11));
        return reversal;
    }
}
