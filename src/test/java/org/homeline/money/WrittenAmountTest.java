package org.homeline.money;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.joda.money.CurrencyUnit;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class WrittenAmountTest {
    private static final MoneyWords WORDS = new MoneyWords(Map.of(
            CurrencyUnit.USD,
            Set.of("$", "US$", "dollars", "dólares"),
            CurrencyUnit.of("MXN"),
            Set.of("$", "pesos"),
            CurrencyUnit.EUR,
            Set.of("€"),
            CurrencyUnit.GBP,
            Set.of("£"),
            CurrencyUnit.of("KES"),
            Set.of("KSH", "SH"),
            CurrencyUnit.of("TZS"),
            Set.of("TSH", "SH"),
            CurrencyUnit.of("NGN"),
            Set.of("N", "₦"),
            CurrencyUnit.of("GHS"),
            Set.of("GH₵", "₵"),
            CurrencyUnit.of("INR"),
            Set.of("Rs")));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            200              | USD | 20000
            0                | USD | 0
            $200             | USD | 20000
            200$             | USD | 20000
            $ 200            | USD | 20000
            200usd           | USD | 20000
            USD200           | USD | 20000
            usd 200          | USD | 20000
            '  200  '        | USD | 20000
            €20              | EUR | 2000
            £20              | GBP | 2000
            KES 200          | KES | 20000
            1,000.50         | USD | 100050
            1.000,50         | EUR | 100050
            1 000,50         | EUR | 100050
            1'000.50         | USD | 100050
            0.5              | USD | 50
            10.5             | USD | 1050
            10,50            | USD | 1050
            1,000,000        | USD | 100000000
            1.000.000        | EUR | 100000000
            1 000 000        | KES | 100000000
            1,005            | USD | 100500
            1,000            | USD | 100000
            1.000            | USD | 100000 or 100
            1,000            | EUR | 100000 or 100
            1.000            | EUR | 100000
            1.500            | EUR | 150000
            1,500            | EUR | 150000 or 150
            12,340           | USD | 1234000
            12.340           | USD | 1234000 or 1234
            200              | UGX | 200
            1,005            | UGX | 1005
            1.5              | UGX | unreadable
            1.234            | TND | 1234000 or 1234
            10.505           | USD | 1050500
            10.5055          | USD | unreadable
            1,00,000         | USD | unreadable
            0.500            | USD | 50
            0.500            | USD | 50
            1.000,000.00     | USD | unreadable
            1,000.000,00     | USD | unreadable
            10.              | USD | unreadable
            .5               | USD | unreadable
            -5               | USD | unreadable
            5 5              | USD | unreadable
            2e5              | USD | unreadable
            ''               | USD | unreadable
            ٢٠٠              | USD | unreadable
            200 ABC          | USD | unreadable
            MAMA             | USD | unreadable
            200 KES          | USD | in KES
            €200             | USD | in €
            $200             | KES | in $
            $200             | MXN | 20000
            KSH 200          | KES | 20000
            Ksh200/-         | KES | 20000
            200/=            | TZS | 20000
            Sh. 1,500        | TZS | 150000
            Sh 200           | KES | 20000
            TSh 200          | KES | in TSH
            Rs.1,000         | INR | 100000
            N200             | NGN | 20000
            ₦2,000           | NGN | 200000
            GH₵20            | GHS | 2000
            ₵ 20             | GHS | 2000
            US$20            | USD | 2000
            20 dollars       | USD | 2000
            20 dólares       | USD | 2000
            20 DOLARES       | USD | 2000
            200 pesos        | USD | in PESOS
            200 mama         | USD | unreadable
            92233720368547758.07  | USD | 9223372036854775807
            92233720368547758.08  | USD | unreadable
            99999999999999999999  | USD | unreadable
            """)
    void whatPeopleTypeMeans(String text, String currency, String meaning) {
        var reading = new WrittenAmount(text).in(CurrencyUnit.of(currency), WORDS);
        assertThat(say(reading)).isEqualTo(meaning);
    }

    @ParameterizedTest
    @CsvSource({
        "200,true",
        "$200,true",
        "200usd,true",
        "Ksh200/-,true",
        "'1,000.50',true",
        "MAMA,false",
        "0712 345 678,true",
        "'',false"
    })
    void anAmountIsKnownByItsShape(String text, boolean looksLike) {
        assertThat(WrittenAmount.looksLike(text)).isEqualTo(looksLike);
    }

    private static String say(WrittenAmount.Reading reading) {
        return switch (reading) {
            case WrittenAmount.Reading.Exactly(Money money) -> "" + money.minor();
            case WrittenAmount.Reading.Either(Money one, Money other) -> one.minor() + " or " + other.minor();
            case WrittenAmount.Reading.OtherCurrency(String code) -> "in " + code;
            case WrittenAmount.Reading.Unreadable() -> "unreadable";
        };
    }

    @ParameterizedTest
    @CsvSource(nullValues = "-", textBlock = """
            10123, KES, 1012300
            10123.5, KES, 1012350
            10123.50, KES, 1012350
            1.000, KES, -
            10.123, KES, -
            1000, UGX, 1000
            1000.00, UGX, -
            """)
    void plainAmountsHaveNoMoreDecimalsThanTheirCurrency(
            String written, String currency, @org.jspecify.annotations.Nullable Long minor) {
        assertThat(new WrittenAmount(written)
                        .plain(CurrencyUnit.of(currency))
                        .map(Money::minor)
                        .orElse(null))
                .isEqualTo(minor);
    }
}
