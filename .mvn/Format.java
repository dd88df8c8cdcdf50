import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * Formats every Java file below a folder, or checks that each is formatted. Maven starts it with
 * the JDK that it compiles with, since the formatter has to know that JDK's syntax and Maven itself
 * may run on an older one.
 */
class Format {

    public static void main(String[] args) throws Exception {
        boolean apply = args[0].equals("apply");
        List<String> command = new ArrayList<>(List.of("--aosp"));
        command.addAll(
                apply ? List.of("--replace") : List.of("--dry-run", "--set-exit-if-changed"));
        List<String> files = javaFiles(Path.of(args[1]));
        command.addAll(files);

        int code =
                new com.google.googlejavaformat.java.Main(
                                new PrintWriter(System.out, true),
                                new PrintWriter(System.err, true),
                                System.in)
                        .format(command.toArray(String[]::new));
        if (code != 0 && !apply) {
            System.err.println(
                    "The files above are not formatted. Format them with: ./mvnw -q -Pformat");
        }
        System.exit(code);
    }

    private static List<String> javaFiles(Path root) throws IOException {
        List<String> files = new ArrayList<>();
        Files.walkFileTree(
                root,
                new SimpleFileVisitor<>() {
                    @Override
                    public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes a) {
                        String name = dir.getFileName().toString();
                        return name.equals("target") || name.equals(".git")
                                ? FileVisitResult.SKIP_SUBTREE
                                : FileVisitResult.CONTINUE;
                    }

                    @Override
                    public FileVisitResult visitFile(Path file, BasicFileAttributes a) {
                        if (file.toString().endsWith(".java")) {
                            files.add(file.toString());
                        }
                        return FileVisitResult.CONTINUE;
                    }
                });
        return files;
    }
}
