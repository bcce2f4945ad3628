package org.homeline.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.Arrays;
import java.util.HexFormat;
import org.jpos.iso.IFB_BINARY;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.packager.ISO87BPackager;

/** A bare socket, which any stranger has: length, five bytes of addresses, message. */
final class Wire implements AutoCloseable {
    private static final HexFormat HEX = HexFormat.of();

    private final Socket socket;
    private final DataOutputStream out;
    private final DataInputStream in;

    Wire(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(20_000);
        out = new DataOutputStream(socket.getOutputStream());
        in = new DataInputStream(socket.getInputStream());
    }

    static ISO87BPackager packager() {
        var packager = new ISO87BPackager();
        packager.setFieldPackager(52, new IFB_BINARY(16, "PIN BLOCK"));
        return packager;
    }

    void send(byte[] message) throws IOException {
        out.writeShort(message.length + 5);
        out.write(HEX.parseHex("6000010002"));
        out.write(message);
        out.flush();
    }

    ISOMsg receive() throws Exception {
        var bytes = new byte[in.readUnsignedShort()];
        in.readFully(bytes);
        assertThat(HEX.formatHex(bytes, 0, 5)).isEqualTo("6000020001");
        var message = new ISOMsg();
        message.setPackager(packager());
        message.unpack(Arrays.copyOfRange(bytes, 5, bytes.length));
        return message;
    }

    ISOMsg ask(ISOMsg message) throws Exception {
        message.setPackager(packager());
        send(message.pack());
        return receive();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
