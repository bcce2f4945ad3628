package org.homeline.simulator.bench;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import org.jpos.core.ConfigurationException;
import org.jpos.core.SimpleConfiguration;
import org.jpos.iso.ISOException;
import org.jpos.iso.ISOMsg;
import org.jpos.iso.ISOServer;
import org.jpos.iso.ISOSource;
import org.jpos.iso.channel.NACChannel;
import org.jpos.iso.packager.ISO87APackager;

/** The least that can answer a message of ISO 8583: jPOS's own server, saying yes to whatever comes. */
public final class BareHost {
    private BareHost() {}

    public static void main(String[] arguments) throws IOException, ConfigurationException {
        var socket = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        var configuration = new SimpleConfiguration();
        configuration.put("virtual-threads", "true");
        var server = new ISOServer(socket.getLocalPort(), new NACChannel(new ISO87APackager(), null), 64);
        server.setSocketFactory(port -> socket);
        server.setConfiguration(configuration);
        server.addISORequestListener(BareHost::approve);
        System.out.println("ready: iso8583://127.0.0.1:" + socket.getLocalPort());
        server.run();
    }

    private static boolean approve(ISOSource from, ISOMsg message) {
        try {
            message.setResponseMTI();
            message.set(39, "00");
            from.send(message);
            return true;
        } catch (IOException | ISOException gone) {
            return false;
        }
    }
}
