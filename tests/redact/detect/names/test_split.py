def test_a_surname_in_the_cell_beside_the_first_name_is_found(names):
    table = "vz\tGoos\tTalens\t112\nlid\tAshwin\tPost\t33\nteller\tGeke\tBos\t1"
    assert {"Talens", "Post", "Bos"} <= set(names(table))


def test_surnames_and_initials_in_the_fields_of_an_export_are_found(names):
    export = "K-23;Hoek;P.;1955;x\nK-24;Dalmeijer;B;1974;x\nK-25;Bos;N;1999;x"
    assert names(export) == ["Hoek", "P.", "Dalmeijer", "B", "Bos", "N"]


def test_a_place_or_a_word_beside_a_first_name_is_no_surname(names):
    table = "Karin\tZwolle\tjuni\nPiet\tGroningen\tmei\nAns\tFinanciën\tjuli"
    assert names(table) == ["Karin", "Piet", "Ans"]


def test_one_such_row_proves_nothing(names):
    assert "Post" not in names("Karin\tPost\t12\nmaandag\t3 juni\t14\ndinsdag\t4 juni\t15")
