package org.homeline.conversation.command;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.homeline.configuration.ConfigurationFolder;
import org.homeline.language.Language;
import org.homeline.money.WrittenAmount;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class CommandsTest {
    private static final Commands COMMANDS = Commands.read(new ConfigurationFolder(Path.of("gateway-config")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            SEND 200 TO 0712345678                  | SEND amount=200 payee=0712345678
            send 1 000,50 to +1 (415) 555-0100      | SEND amount=1 000,50 payee=+1 (415) 555-0100
            Send $200 to MAMA.                      | SEND amount=$200 payee=MAMA
            SEND 200usd MAMA                        | SEND amount=200usd payee=MAMA
            send 200 USD mama                       | SEND amount=200 USD payee=mama
            send200 to mama                         | SEND amount=200 payee=mama
            SEND$200 mama                           | SEND amount=$200 payee=mama
            send ksh 200 to mama                    | SEND amount=ksh 200 payee=mama
            tuma Ksh200/- kwa mama                  | SEND amount=Ksh200/- payee=mama
            SEND 200/- MAMA                         | SEND amount=200/- payee=MAMA
            SEND ₦2,000 TO MAMA                     | SEND amount=₦2,000 payee=MAMA
            send N2000 mama                         | SEND amount=N2000 payee=mama
            send GH₵20 0241234567                   | SEND amount=GH₵20 payee=0241234567
            envia 200 pesos a mama                  | SEND amount=200 pesos payee=mama
            envoie 5000F à mama                     | SEND amount=5000F payee=mama
            SEND KES200 0712345678                  | SEND amount=KES200 payee=0712345678
            SEND 200 TO BOB                         | SEND amount=200 payee=BOB
            send 1,000.50 to mama njeri             | SEND amount=1,000.50 payee=mama njeri
            SEND 1 000 0712 345 678                 | SEND amount=1 000 payee=0712 345 678
            SEND 200 0712 345 678                   | SEND amount=200 payee=0712 345 678
            SEND 200 +254 712 345 678               | SEND amount=200 payee=+254 712 345 678
            ' ¡Envíar:  200   a   José! '           | SEND amount=200 payee=José
            envoyer 200 à 06 12 34 56 78            | SEND amount=200 payee=06 12 34 56 78
            tuma 500 kwa mama                       | SEND amount=500 payee=mama
            SEND 200 415 555 0100                   | ? SEND
            SEND -5 TO MAMA                         | ? SEND
            SEND -$5 TO MAMA                        | ? SEND
            SEND - 5 TO MAMA                        | SEND amount=5 payee=MAMA
            SEND-5 TO MAMA                          | SEND amount=5 payee=MAMA
            SEND mama 200                           | ? SEND
            SEND 200                                | ? SEND
            SEND                                    | ? SEND
            SNED 200 TO MAMA                        | ? SEND
            PAY 482913                              | PAY code=482913
            pay482913                               | PAY code=482913
            PAY 482 913 2580                        | PAY code=482913 PIN
            pay 482913 pin 2580                     | PAY code=482913 PIN
            PAY 4829                                | ? PAY
            TOPUP 100                               | TOPUP amount=100
            TOPUP 100 1234                          | TOPUP amount=100 PIN
            TOPUP 100 FROM 6789                     | TOPUP account=6789 amount=100
            recarga 100 de 6789                     | TOPUP account=6789 amount=100
            TOPUP 100 FROM 6789 1234                | TOPUP account=6789 amount=100 PIN
            TOPUP 100 FROM 6789 PIN 1234            | TOPUP account=6789 amount=100 PIN
            TOPUP 100 1234 FROM 6789                | TOPUP account=6789 amount=100 PIN
            TOPUP 100 PIN 1234 FROM 6789            | TOPUP account=6789 amount=100 PIN
            TOPUP 100 1234 6789                     | ? TOPUP
            TOPUP 100 FROM                          | ? TOPUP
            TOBANK 1 000 TO 6789 1234               | TOBANK account=6789 amount=1 000 PIN
            benkini 100 kwa 6789                    | TOBANK account=6789 amount=100
            UNDO k7qp-3mxw                          | UNDO reference=k7qp3mxw
            Status                                  | STATUS
            STATUS ref K7QP3MXW                     | STATUS reference=K7QP3MXW
            BAL                                     | BAL
            balance please                          | BAL
            balance is insufficient for that        | ? BAL
            RATE KENYA                              | RATE country=KENYA
            rate                                    | RATE
            LANG Español                            | LANG language=es
            lugha kiswahili                         | LANG language=sw
            LANG klingon                            | ? LANG
            JOIN                                    | JOIN
            join Amina Wanjirũ Otieno               | JOIN name=Amina Wanjirũ Otieno
            SAVE MAMA 0712 345 678                  | SAVE nickname=MAMA number=0712 345 678
            save mama = +254712345678               | SAVE nickname=mama number=+254712345678
            LAST                                    | LAST
            HELP                                    | MENU
            help me                                 | MENU
            hello there                             | ?
            200 to mama                             | ?
            ''                                      | ?
            ￼￼                                       | ?
            """)
    void sentencesAreReadAsPeopleWriteThem(String message, String read) {
        assertThat(shown(COMMANDS.read(message))).isEqualTo(read);
    }

    private static String shown(Understanding understanding) {
        return switch (understanding) {
            case Understanding.NotUnderstood not -> {
                var nearest = not.nearest();
                yield nearest == null ? "?" : "? " + nearest.verb();
            }
            case Understanding.Understood understood -> {
                var slots = new TreeMap<>(understood.slots())
                        .entrySet().stream()
                                .map(slot -> " " + slot.getKey() + "=" + word(slot.getValue()))
                                .collect(Collectors.joining());
                yield understood.command().verb() + slots + (understood.pin() == null ? "" : " PIN");
            }
        };
    }

    private static String word(Object value) {
        return switch (value) {
            case WrittenAmount amount -> amount.text();
            case Language language -> language.code();
            default -> value.toString();
        };
    }
}
