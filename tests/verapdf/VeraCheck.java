import java.io.FileInputStream;
import java.io.InputStream;
import java.util.TreeSet;
import java.util.logging.LogManager;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;

/** Arguments: profiles (ua1,2a), then files. Prints for each pair: profile, file, failed clauses. */
public class VeraCheck {
    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        for (String name : arguments[0].split(",")) {
            ValidationProfile profile = profile(name);
            for (int at = 1; at < arguments.length; at++) {
                System.out.println(name + "\t" + arguments[at] + "\t" + failed(profile, name, arguments[at]));
            }
        }
    }

    private static ValidationProfile profile(String name) throws Exception {
        String file = name.startsWith("ua") ? "PDFUA-" + name.substring(2) : "PDFA-" + name.toUpperCase();
        try (InputStream stream = VeraCheck.class.getClassLoader()
                .getResourceAsStream("org/verapdf/pdfa/validation/" + file + ".xml")) {
            return Profiles.profileFromXml(stream);
        }
    }

    private static String failed(ValidationProfile profile, String name, String file) {
        TreeSet<String> clauses = new TreeSet<>();
        PDFAFlavour flavour = PDFAFlavour.fromString(name);
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new FileInputStream(file), flavour)) {
            for (TestAssertion check : Foundries.defaultInstance().createValidator(profile, false)
                    .validate(parser).getTestAssertions()) {
                if (check.getStatus() == TestAssertion.Status.FAILED) {
                    clauses.add(check.getRuleId().getClause() + "-" + check.getRuleId().getTestNumber());
                }
            }
        } catch (Exception error) {
            clauses.add(error.getClass().getSimpleName());
        }
        return String.join(" ", clauses);
    }
}
