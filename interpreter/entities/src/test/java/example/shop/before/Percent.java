package example.shop.before;

import jakarta.persistence.AttributeConverter;
import jakarta.persistence.Converter;
import java.math.BigDecimal;

record Percent(BigDecimal value) {
    @Converter(autoApply = true)
    static class Stored implements AttributeConverter<Percent, BigDecimal> {
        @Override
        public BigDecimal convertToDatabaseColumn(Percent percent) {
            return percent.value();
        }

        @Override
        public Percent convertToEntityAttribute(BigDecimal value) {
            return new Percent(value);
        }
    }
}
